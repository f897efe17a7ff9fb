use api_types::catalogue::{
    Category, Department, EngineParts, Front, List, Rate, Sample, SupplierCard, Text,
};

use super::sort::natural;
use super::*;

pub(super) const TODAY: i32 = 20_000;

fn text(word: &str) -> Text {
    Text {
        en: word.into(),
        zh: word.into(),
    }
}

fn front() -> Front {
    let category = |slug: &str| Category {
        slug: slug.into(),
        name: text(slug),
        products: 0,
        drawings: String::new(),
        example: String::new(),
    };
    let department = |slug: &str, categories: &[&str]| Department {
        slug: slug.into(),
        name: text(slug),
        summary: text(slug),
        products: 0,
        categories: categories.iter().map(|slug| category(slug)).collect(),
    };
    let supplier = |code: &str| SupplierCard {
        code: code.into(),
        name: text(code),
        summary: text(code),
        products: 0,
        demonstration: true,
        verification: 0,
        on_time_percent: 0,
        orders: 0,
        response_hours: 0,
    };
    Front {
        version: String::new(),
        published_on: String::new(),
        products: 4,
        rate: Rate {
            date: String::new(),
            cny_per_sgd_millionths: 5_000_000,
            sgd_per_usd_millionths: 1_300_000,
        },
        departments: vec![
            department("fasteners", &["bolts", "nuts"]),
            department("food", &["sauces"]),
        ],
        suppliers: vec![supplier("ace"), supplier("bee")],
        newest: Vec::new(),
        list: String::new(),
        supplier_details: String::new(),
        newest_drawings: String::new(),
        example_drawings: String::new(),
        shards: Vec::new(),
        engine: EngineParts::default(),
    }
}

/// Two bolts of `ace`, a nut and a sauce of `bee`.
pub(super) fn shelf() -> Shelf {
    let strings = |values: [&str; 4]| values.map(str::to_owned).to_vec();
    let list = List {
        id: strings(["ace.b10", "ace.b4", "bee.n4", "bee.s1"]),
        sku: strings(["B10", "B4", "N4", "S1"]),
        name_en: strings([
            "Hex bolt M10 × 16",
            "Hex bolt M4 × 20",
            "Nut M4",
            "Chilli sauce",
        ]),
        name_zh: strings(["外六角螺栓 M10×16", "外六角螺栓 M4×20", "螺母 M4", "辣椒酱"]),
        categories: vec!["bolts".into(), "nuts".into(), "sauces".into()],
        category: vec![0, 0, 1, 2],
        supplier: vec![0, 0, 1, 1],
        origins: vec!["CN".into(), "SG".into()],
        origin: vec![0, 1, 0, 1],
        currencies: vec!["SGD".into(), "CNY".into()],
        currency: vec![0, 0, 1, 0],
        units: vec!["C62".into()],
        unit: vec![0; 4],
        price: vec![5_000, 2_000, 5_000, 30_000],
        lowest_price: vec![4_000, 1_000, 4_000, 20_000],
        moq: vec![100, 200, 100, 12],
        stock: vec![0, 10, 10, 0],
        lead_time_days: vec![14, 2, 3, 7],
        sample: vec![Sample::None, Sample::Free, Sample::Paid, Sample::None],
        certificate_kinds: vec!["ISO 9001".into(), "Halal".into()],
        certificates: vec![
            vec![(0, TODAY)],
            vec![(0, TODAY - 1)],
            vec![],
            vec![(1, TODAY + 9), (1, TODAY + 1)],
        ],
        listed_on: vec![1, 4, 3, 2],
    };
    Shelf::new(list, &front())
}

#[track_caller]
fn check(filter: Filter, ids: &[&str]) {
    let shelf = shelf();
    let listing = shelf.browse(&Scope::All, &filter, None, TODAY);
    let found: Vec<&str> = listing
        .rows
        .iter()
        .map(|&row| shelf.list.id[row].as_str())
        .collect();
    assert_eq!(found, ids, "{filter:?}");
    assert_eq!(listing.total, ids.len());
}

fn some(values: &[&str]) -> Vec<String> {
    values.iter().map(|&value| value.to_owned()).collect()
}

#[test]
fn conditions_narrow_the_list() {
    let all = Filter::default;
    check(all(), &["bee.s1", "ace.b4", "ace.b10", "bee.n4"]);
    check(
        Filter {
            text: "bolt m4".into(),
            ..all()
        },
        &["ace.b4"],
    );
    check(
        Filter {
            text: "M4x20".into(),
            ..all()
        },
        &["ace.b4"],
    );
    check(
        Filter {
            text: "m4*20".into(),
            ..all()
        },
        &["ace.b4"],
    );
    check(
        Filter {
            text: "辣椒".into(),
            ..all()
        },
        &["bee.s1"],
    );
    check(
        Filter {
            text: "n4".into(),
            ..all()
        },
        &["bee.n4"],
    );
    check(
        Filter {
            departments: some(&["food"]),
            ..all()
        },
        &["bee.s1"],
    );
    check(
        Filter {
            categories: some(&["nuts", "sauces"]),
            ..all()
        },
        &["bee.s1", "bee.n4"],
    );
    check(
        Filter {
            suppliers: some(&["ace"]),
            origins: some(&["SG"]),
            ..all()
        },
        &["ace.b4"],
    );
    check(
        Filter {
            in_stock: true,
            ..all()
        },
        &["ace.b4", "bee.n4"],
    );
    check(
        Filter {
            sample: true,
            ..all()
        },
        &["ace.b4", "bee.n4"],
    );
    check(
        Filter {
            moq_at_most: Some(100),
            ..all()
        },
        &["bee.s1", "ace.b10", "bee.n4"],
    );
    check(
        Filter {
            lead_time_at_most: Some(3),
            ..all()
        },
        &["ace.b4", "bee.n4"],
    );
}

#[test]
fn a_price_limit_compares_in_one_currency() {
    // The nut costs CNY 0.50, which is SGD 0.10 at the rate of 5.
    check(
        Filter {
            price_at_most: Some(10),
            ..Filter::default()
        },
        &["bee.n4"],
    );
    check(
        Filter {
            price_at_most: Some(20),
            ..Filter::default()
        },
        &["ace.b4", "bee.n4"],
    );
}

#[test]
fn an_expired_certificate_does_not_count() {
    check(
        Filter {
            certificates: some(&["ISO 9001"]),
            ..Filter::default()
        },
        &["ace.b10"],
    );
    let facets = shelf()
        .browse(&Scope::All, &Filter::default(), None, TODAY)
        .facets;
    let counts: Vec<(&str, u32)> = facets
        .certificates
        .iter()
        .map(|c| (c.key.as_str(), c.products))
        .collect();
    assert_eq!(
        counts,
        [("ISO 9001", 1), ("Halal", 1)],
        "two Halal certificates of one product are one product"
    );
}

#[test]
fn a_facet_counts_what_its_choices_would_add() {
    let filter = Filter {
        suppliers: some(&["ace"]),
        in_stock: true,
        ..Filter::default()
    };
    let facets = shelf().browse(&Scope::All, &filter, None, TODAY).facets;
    let count = |key: &str, products, chosen| Count {
        key: key.into(),
        products,
        chosen,
    };
    assert_eq!(
        facets.suppliers,
        [count("ace", 1, true), count("bee", 1, false)]
    );
    assert_eq!(facets.categories, [count("bolts", 1, false)]);
    assert_eq!(facets.in_stock, 1);
}

#[test]
fn every_order_is_offered() {
    let by = |sort| Filter {
        sort,
        ..Filter::default()
    };
    check(by(Sort::Price), &["bee.n4", "ace.b4", "ace.b10", "bee.s1"]);
    check(
        by(Sort::PriceDown),
        &["bee.s1", "ace.b10", "ace.b4", "bee.n4"],
    );
    check(
        by(Sort::LeadTime),
        &["ace.b4", "bee.n4", "bee.s1", "ace.b10"],
    );
    check(by(Sort::Moq), &["bee.s1", "ace.b10", "bee.n4", "ace.b4"]);
    check(by(Sort::Newest), &["ace.b4", "bee.n4", "bee.s1", "ace.b10"]);
}

#[test]
fn chosen_products_keep_the_order_of_choosing() {
    let shelf = shelf();
    let scope = Scope::Chosen(some(&["bee.s1", "gone", "ace.b10"]));
    assert_eq!(
        shelf.browse(&scope, &Filter::default(), None, TODAY).rows,
        [3, 0]
    );
}

#[test]
fn a_page_past_the_end_is_the_last_one() {
    let listing = shelf().browse(
        &Scope::All,
        &Filter {
            page: 9,
            ..Filter::default()
        },
        None,
        TODAY,
    );
    assert_eq!((listing.page, listing.pages, listing.rows.len()), (0, 1, 4));
}

#[test]
fn a_filter_survives_the_address() {
    let filter = Filter {
        text: "M8 × 40".into(),
        departments: some(&["food"]),
        categories: some(&["bolts", "nuts"]),
        suppliers: some(&["ace"]),
        origins: some(&["SG"]),
        certificates: some(&["ISO 9001"]),
        price_at_most: Some(1250),
        moq_at_most: Some(100),
        lead_time_at_most: Some(7),
        in_stock: true,
        sample: true,
        sort: Sort::Newest,
        page: 2,
    };
    let query = filter.to_query();
    let get = |key: &str| {
        query
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value.clone())
    };
    assert_eq!(Filter::from_query(get), filter);
    assert_eq!(Filter::default().to_query(), []);
    assert_eq!(filter.conditions(), 12);
}

#[test]
fn nonsense_in_the_address_is_left_out() {
    let filter = Filter::from_query(|_| Some("-1,".into()));
    assert_eq!(
        (
            filter.moq_at_most,
            filter.price_at_most,
            filter.page,
            filter.sort
        ),
        (None, None, 0, Sort::Relevance)
    );
}

#[test]
fn amounts_are_read_and_written() {
    for (written, expected) in [
        ("12", Some(1200)),
        ("12.5", Some(1250)),
        (".05", Some(5)),
        ("0.059", Some(5)),
    ] {
        assert_eq!(cents(written), expected, "{written}");
    }
    for written in ["", ".", "1,5", "-1", "1e3", "99999999999"] {
        assert_eq!(cents(written), None, "{written}");
    }
    assert_eq!(
        (
            decimal(1250).as_str(),
            decimal(1200).as_str(),
            decimal(5).as_str()
        ),
        ("12.50", "12", "0.05")
    );
}

#[test]
fn sizes_sort_as_numbers() {
    let mut names = vec!["M10 × 16", "M4 × 020", "M4 × 8", "m4 × 20 A", "Bolt"];
    names.sort_by(|a, b| natural(a, b));
    assert_eq!(
        names,
        ["Bolt", "M4 × 8", "M4 × 020", "m4 × 20 A", "M10 × 16"]
    );
}
