//! What the columns of a pasted table hold.

/// What a column of a list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The buyer's or the supplier's number of a thing.
    Code,
    /// What the thing is.
    Words,
    Quantity,
    /// What one of them should cost.
    Price,
    /// A line's number, a unit, a sum, a remark: nothing to search for.
    Other,
}

const CODES: [&str; 20] = [
    "sku",
    "code",
    "part",
    "part no",
    "part no.",
    "part number",
    "item code",
    "item no",
    "item no.",
    "model",
    "model no",
    "article",
    "gtin",
    "barcode",
    "货号",
    "型号",
    "料号",
    "物料编码",
    "产品编号",
    "商品编码",
];
const WORDS: [&str; 18] = [
    "description",
    "item",
    "items",
    "name",
    "product",
    "product name",
    "goods",
    "specification",
    "spec",
    "size",
    "material",
    "品名",
    "名称",
    "产品名称",
    "商品名称",
    "规格",
    "描述",
    "材质",
];
const QUANTITIES: [&str; 12] = [
    "qty",
    "qty.",
    "quantity",
    "order qty",
    "order quantity",
    "pcs",
    "数量",
    "采购数量",
    "需求数量",
    "订购数量",
    "采购量",
    "件数",
];
const PRICES: [&str; 8] = [
    "price",
    "unit price",
    "target price",
    "target",
    "单价",
    "目标价",
    "目标单价",
    "价格",
];
const OTHERS: [&str; 20] = [
    "no", "no.", "#", "s", "line", "pos", "unit", "uom", "amount", "total", "remark", "remarks",
    "note", "notes", "序号", "编号", "单位", "金额", "备注", "用途",
];

impl Column {
    /// By what stands over it.
    pub fn of(heading: &str) -> Option<Column> {
        let heading = heading.trim().trim_end_matches([':', '：']).to_lowercase();
        // 数量（个）, Qty (pcs): the unit in brackets says nothing of the column.
        let heading = heading
            .split(['(', '（', '[', '/'])
            .next()
            .unwrap_or_default();
        let heading = heading.trim();
        let one_of = |names: &[&str]| names.contains(&heading);
        if one_of(&QUANTITIES) {
            Some(Column::Quantity)
        } else if one_of(&PRICES) {
            Some(Column::Price)
        } else if one_of(&CODES) {
            Some(Column::Code)
        } else if one_of(&WORDS) {
            Some(Column::Words)
        } else if one_of(&OTHERS) {
            Some(Column::Other)
        } else {
            None
        }
    }

    /// Where every cell that says anything is a heading, and one of them is of a thing.
    pub fn headings(cells: &[&str]) -> Option<Vec<Column>> {
        let said = cells.iter().filter(|cell| !cell.trim().is_empty());
        let columns: Vec<Column> = cells
            .iter()
            .map(|cell| Column::of(cell).unwrap_or(Column::Other))
            .collect();
        let is_all = said.clone().all(|cell| Column::of(cell).is_some());
        let names_things = columns
            .iter()
            .any(|column| matches!(column, Column::Code | Column::Words));
        (is_all && names_things && 0 < said.count()).then_some(columns)
    }
}
