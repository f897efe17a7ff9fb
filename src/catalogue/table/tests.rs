use crate::column::template;
use crate::diagnostic::{Diagnostic, Problem};
use crate::limits;
use crate::report::Report;
use crate::sample::{Stored, found, workbook, zip};

template!(Pair {
    Key "key" Filled,
    Note "note" Optional,
});

/// The rows under the header as `number:key/note`, and the diagnostics.
fn read(bytes: &[u8]) -> (Vec<String>, Vec<Diagnostic>) {
    let mut rows = Vec::new();
    let mut report = Report::new("pairs.csv");
    super::read(bytes, Pair::COLUMNS, &mut report, &mut |row| {
        rows.push(format!(
            "{}:{}/{}",
            row.number,
            row.cell(Pair::Key),
            row.cell(Pair::Note)
        ));
    });
    (rows, report.into_diagnostics())
}

#[track_caller]
fn check(bytes: &[u8], rows: &[&str], problems: &[(Option<u32>, Option<&str>, &str, &Problem)]) {
    let (have, diagnostics) = read(bytes);
    assert_eq!(have, rows);
    assert_eq!(found(&diagnostics), problems);
}

#[test]
fn columns_are_found_in_any_order_and_case() {
    check(b"key,note\na,b\n", &["2:a/b"], &[]);
    check(b"\xEF\xBB\xBFkey,note\na,b\n", &["2:a/b"], &[]);
    check(b" Note ,KEY\nb,a", &["2:a/b"], &[]);
    check("key,note\na,　备注　".as_bytes(), &["2:a/备注"], &[]);
    check(b"key,note\na", &["2:a/"], &[]);
    check(b"key,note\na,b,,  ,\n", &["2:a/b"], &[]);
}

#[test]
fn wrong_columns_are_named() {
    check(
        b"note\nb",
        &[],
        &[(Some(1), Some("key"), "", &Problem::MissingColumn)],
    );
    check(
        b"key\na",
        &["2:a/"],
        &[(Some(1), Some("note"), "", &Problem::AbsentColumn)],
    );
    check(
        b"key,note,price\na,b,c",
        &["2:a/b"],
        &[(Some(1), Some("price"), "", &Problem::UnknownColumn)],
    );
    check(
        b"key,note,key\na,b,c",
        &["2:a/b"],
        &[(Some(1), Some("key"), "", &Problem::RepeatedColumn)],
    );
}

#[test]
fn rows_are_numbered_as_the_spreadsheet_shows_them() {
    let rows = &["2:a/1", "5:b/2", "6:c/3\n4", "7:d/5"];
    check(b"key,note\na,1\n\n\nb,2\nc,\"3\n4\"\nd,5", rows, &[]);
    check(
        b"key,note\r\na,1\r\n\r\n,\r\nb,2\r\nc,\"3\n4\"\r\nd,5\r\n",
        rows,
        &[],
    );
    check(b"key,note\ra,1\r\r\rb,2\rc,\"3\n4\"\rd,5\r", rows, &[]);
    check(b"\n\nkey,note\na,1", &["4:a/1"], &[]);
}

#[test]
fn a_stray_quote_swallows_only_its_own_row() {
    let broken = |row| (Some(row), None, "", &Problem::BrokenQuotes);
    check(
        b"key,note\n\"a,1\nb,2\nc,3\n",
        &["3:b/2", "4:c/3"],
        &[broken(2)],
    );
    check(
        b"key,note\r\na,\"1\r\n\"b\",\"2\"\r\n\"c\",3",
        &["3:b/2", "4:c/3"],
        &[broken(2)],
    );
    check(b"key,note\n\"\nb,2", &["3:b/2"], &[broken(2)]);
    check(b"key,note\nb,2\n\"", &["2:b/2"], &[broken(3)]);
    check(b"key,note\nb,2\nc,\"3", &["2:b/2"], &[broken(3)]);
    check(b"key,note\nb,2\nc,\"3\"\n", &["2:b/2", "3:c/3"], &[]);
    check(
        b"key,note\nb,2\n\"c\nd,3\n\"e\nf,4",
        &["2:b/2", "4:d/3", "6:f/4"],
        &[broken(3), broken(5)],
    );
    check(
        b"key,note\na,say \"hi\"\nb,2",
        &["2:a/say \"hi\"", "3:b/2"],
        &[],
    );
}

#[test]
fn a_file_of_stray_quotes_is_read_in_time() {
    // The second kind of line opens a quote both outside and inside of one, so that each swallows the whole rest.
    for line in ["\"a\n", "a\"b,\"c\n"] {
        let bytes = format!("key,note\n{}", line.repeat(20_000));
        let (_, diagnostics) = read(bytes.as_bytes());
        assert!(
            diagnostics
                .iter()
                .any(|found| found.problem == Problem::BrokenQuotes)
        );
    }
}

#[test]
fn diagnostics_end_somewhere() {
    let bytes = format!("key,note\n{}", ",b\n".repeat(limits::DIAGNOSTICS + 5));
    let mut report = Report::new("pairs.csv");
    super::read(
        bytes.as_bytes(),
        Pair::COLUMNS,
        &mut report,
        &mut |mut row| {
            assert_eq!(row.filled(Pair::Key), None);
        },
    );
    let diagnostics = report.into_diagnostics();
    assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
    let last = diagnostics.last().map(|found| &found.problem);
    assert_eq!(
        last,
        Some(&Problem::TooManyDiagnostics {
            most: limits::DIAGNOSTICS
        })
    );
}

#[test]
fn rows_that_cannot_be_read_leave_the_others() {
    let most = limits::CELL_CHARACTERS;
    check(
        b"key,note\na,b,c\nd,e",
        &["3:d/e"],
        &[(Some(2), None, "", &Problem::TooManyCells)],
    );
    check(
        b"key,note\na,\xC2\nd,e",
        &["3:d/e"],
        &[(Some(2), Some("note"), "\u{FFFD}", &Problem::NotUtf8)],
    );
    let exact = format!("key,note\na,{}\n", "螺".repeat(most));
    assert_eq!(read(exact.as_bytes()).1, []);
    let long = format!("key,note\na,{}\nd,e", "x".repeat(most + 1));
    check(
        long.as_bytes(),
        &["3:d/e"],
        &[(
            Some(2),
            Some("note"),
            &"x".repeat(80),
            &Problem::CellTooLong { most },
        )],
    );
}

#[test]
fn files_that_are_no_tables_are_told_apart_by_content() {
    let file = |problem| (None, None, "", problem);
    check(b"", &[], &[file(&Problem::NoHeader)]);
    check(b"\xEF\xBB\xBF\n\n", &[], &[file(&Problem::NoHeader)]);
    check(
        b"\xD0\xCF\x11\xE0\xA1\xB1",
        &[],
        &[file(&Problem::OldWorkbook)],
    );
    check(b"\xFF\xFEk\0e\0y\0", &[], &[file(&Problem::Utf16)]);
    check(
        b"\x89PNG\r\n\x1A\n\0\0\0\x0D",
        &[],
        &[file(&Problem::NotATable)],
    );
    check(
        b"PK\x03\x04 and no more",
        &[],
        &[file(&Problem::BrokenWorkbook)],
    );
    check(
        &zip(&[("word/document.xml", "<a/>".to_owned())]),
        &[],
        &[file(&Problem::BrokenWorkbook)],
    );
}

#[test]
fn files_beyond_the_limits_are_refused_or_cut() {
    let most = limits::ROWS;
    let mut bytes = b"key,note\n".to_vec();
    bytes.extend(b"a,b\n".repeat(most + 1));
    let (rows, diagnostics) = read(&bytes);
    assert_eq!(rows.len(), most);
    assert_eq!(
        found(&diagnostics),
        [(None, None, "", &Problem::TooManyRows { most })]
    );

    let large = vec![b'a'; limits::FILE_BYTES + 1];
    let most_bytes = limits::FILE_BYTES;
    check(
        &large,
        &[],
        &[(None, None, "", &Problem::FileTooLarge { most_bytes })],
    );
}

#[test]
fn workbooks_are_read_like_text() {
    let shared = |text: &str| Stored::Shared(text.to_owned());
    let inline = |text: &str| Stored::Inline(text.to_owned());
    let bytes = workbook(&[
        (2, vec![inline("Note"), shared("key")]),
        (3, vec![shared("六角 & <螺栓>"), Stored::Number(7318.15)]),
        (7, vec![Stored::Number(0.1 + 0.2), Stored::Date(45_688)]),
        (8, vec![shared(""), shared(" ")]),
        (
            9,
            vec![shared("a"), shared("b"), shared(""), Stored::Number(1.0)],
        ),
    ]);
    check(
        &bytes,
        &["3:7318.15/六角 & <螺栓>", "7:2025-01-31/0.3"],
        &[(Some(9), None, "", &Problem::TooManyCells)],
    );
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let spaces = " ".repeat(1 << 20);
    let bytes = zip(&[("xl/workbook.xml", spaces)]);
    assert!(bytes.len() < 5_000, "this is how small a megabyte gets");
    assert_eq!(super::xlsx::unpacks_within(&bytes, 1 << 20), Ok(()));
    assert_eq!(
        super::xlsx::unpacks_within(&bytes, (1 << 20) - 1),
        Err(Problem::UnpacksTooFar)
    );
}
