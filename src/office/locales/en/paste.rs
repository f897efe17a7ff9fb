use super::super::paste::Paste;

pub const PASTE: Paste = Paste {
    open: "Paste a list",
    title: "From a list",
    hint: "One kind of goods a line, or cells copied from a spreadsheet: part numbers or descriptions, with quantities.",
    list: "Your list",
    example: "Hex bolt M8 x 40 A2-70, 5000 pcs",
    file: "Open an Excel, CSV or text file",
    discard: "Discard the list",
    waiting: "Looking in the catalogue …",
    failed: "The catalogue cannot be searched just now. Lines can be added as you wrote them.",
    sure: |number, shown| match number {
        1 => "1 line matched to a product.".to_owned(),
        _ => format!("{shown} lines matched to products."),
    },
    doubtful: |number, shown| match number {
        1 => {
            "1 line may mean several products: choose one, or it stays as you wrote it.".to_owned()
        }
        _ => format!(
            "{shown} lines may mean several products: choose, or they stay as you wrote them."
        ),
    },
    unknown: |number, shown| match number {
        1 => "1 line is like nothing in the catalogue and stays as you wrote it.".to_owned(),
        _ => format!("{shown} lines are like nothing in the catalogue and stay as you wrote them."),
    },
    means: |line| format!("What line {line} means"),
    as_written: "As I wrote it",
    nothing_like_it: "Nothing like it in the catalogue: it is asked for as you wrote it.",
    more: |number, shown| match number {
        1 => "Show 1 more line".to_owned(),
        _ => format!("Show {shown} more lines"),
    },
    unread: |number, shown| match number {
        1 => "1 line was not read, since it names no goods:".to_owned(),
        _ => format!("{shown} lines were not read, since they name no goods:"),
    },
    unread_line: |line, text| format!("Line {line}: {text}"),
    no_room: |number, shown| match number {
        1 => "1 line is too many for one request and stays in the list.".to_owned(),
        _ => format!("{shown} lines are too many for one request and stay in the list."),
    },
    add: |number, shown| match number {
        1 => "Add 1 line".to_owned(),
        _ => format!("Add {shown} lines"),
    },
    added: |number, shown| match number {
        1 => "1 line added".to_owned(),
        _ => format!("{shown} lines added"),
    },
    too_long: "This is too long to be read at once. Please paste it in parts of some 500 lines.",
    spreadsheet: "Files of this kind are not read. Please save it as XLSX or CSV, or copy the cells and paste them here.",
    not_text: "This file cannot be read. Please open an XLSX, CSV or text file.",
    fault: "Please add the pasted lines to the request, or discard the list.",
};
