//! The columns of the suppliers' template as a form has them: in groups, the two languages beside each other.

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    One {
        name: &'static str,
        is_required: bool,
        is_long: bool,
    },
    /// Of which there is one in English and one in Chinese.
    Both {
        en: &'static str,
        zh: &'static str,
        is_required: bool,
        is_long: bool,
    },
}

/// Fields that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Names,
    Prices,
    Delivery,
    Packing,
    More,
    Company,
    Terms,
}

/// Columns of the table: what changes most.
pub const TABLE: [&str; 7] = [
    "sku",
    "name_en",
    "name_zh",
    "price_breaks",
    "moq",
    "stock",
    "lead_time_days",
];

const fn must(name: &'static str) -> Column {
    Column::One {
        name,
        is_required: true,
        is_long: false,
    }
}

const fn may(name: &'static str) -> Column {
    Column::One {
        name,
        is_required: false,
        is_long: false,
    }
}

const fn both(en: &'static str, zh: &'static str, [is_required, is_long]: [bool; 2]) -> Column {
    Column::Both {
        en,
        zh,
        is_required,
        is_long,
    }
}

/// All columns of a product.
pub const PRODUCT: [(Group, &[Column]); 5] = [
    (
        Group::Names,
        &[
            must("sku"),
            must("category"),
            both("name_en", "name_zh", [true, false]),
            both("description_en", "description_zh", [false, true]),
            may("gtin"),
        ],
    ),
    (
        Group::Prices,
        &[
            must("price_breaks"),
            must("currency"),
            must("unit"),
            must("moq"),
            must("order_multiple"),
            must("sample"),
        ],
    ),
    (
        Group::Delivery,
        &[
            must("stock"),
            must("lead_time_days"),
            must("origin"),
            must("hs_code"),
        ],
    ),
    (
        Group::Packing,
        &[
            must("gross_weight_kg"),
            must("carton_quantity"),
            must("carton_size_cm"),
            must("carton_weight_kg"),
        ],
    ),
    (
        Group::More,
        &[
            may("attributes"),
            may("certificates"),
            may("picture"),
            may("listed_on"),
        ],
    ),
];

/// All columns of a supplier's page that a supplier writes: the hub knows the others.
pub const PAGE: [(Group, &[Column]); 3] = [
    (
        Group::Names,
        &[
            must("code"),
            both("name_en", "name_zh", [true, false]),
            both("summary_en", "summary_zh", [true, false]),
            both("about_en", "about_zh", [false, true]),
        ],
    ),
    (
        Group::Company,
        &[
            must("legal_name"),
            must("uen"),
            must("address"),
            must("founded"),
            must("employees"),
            may("certificates"),
        ],
    ),
    (
        Group::Terms,
        &[
            both("payment_terms_en", "payment_terms_zh", [true, false]),
            may("export_markets"),
        ],
    ),
];
