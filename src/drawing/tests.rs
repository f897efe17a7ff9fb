//! Whatever the dimensions, every drawing is sound SVG inside its frame.

use proptest::prelude::*;

use crate::pen::read;
use crate::{Dimensions, Drawing, ParseShapeError, Shape, draw, symbol};

/// Only these: a sprite may hold no styles, and ids inside would clash between drawings.
const ATTRIBUTES: [&str; 18] = [
    "d",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-size",
    "id",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
    "text-anchor",
    "transform",
    "viewBox",
    "x",
    "xmlns",
    "y",
    "color",
];

/// Every key that a drawing asks for, and one that none does.
const NUMBERS: [&str; 30] = [
    "across_flats",
    "battery_capacity",
    "bore",
    "capacity",
    "coils",
    "conductor_area",
    "cores",
    "cross_section",
    "depth",
    "diameter",
    "head_diameter",
    "head_height",
    "height",
    "hole_diameter",
    "inner_diameter",
    "length",
    "line_width",
    "net_weight",
    "outer_diameter",
    "poles",
    "roll_length",
    "sheets",
    "shelf_life",
    "teeth",
    "thickness",
    "thread_length",
    "thread_pitch",
    "volume_ml",
    "width",
    "wire_diameter",
];

const CODES: [&str; 10] = [
    "battery_type",
    "drive",
    "filter_class",
    "grit",
    "measuring_range",
    "needle_gauge",
    "paper_size",
    "poles",
    "size",
    "thread",
];

fn wrapped(drawing: &Drawing, id: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg">{}</svg>"#,
        symbol(id, drawing)
    )
}

/// Panics with the slug where a drawing is not what the crate promises.
fn check(shape: Shape, dimensions: &Dimensions) {
    let slug = shape.slug();
    let drawing = draw(shape, dimensions);
    assert_eq!(drawing, draw(shape, dimensions), "{slug}: the same twice");
    assert_eq!(drawing.view_box, "0 0 240 180");
    let text = wrapped(&drawing, slug);
    for wrong in ["NaN", "inf", "style", "--"] {
        assert!(!text.contains(wrong), "{slug}: {wrong} in {text}");
    }
    let document =
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{slug}: {error}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(ATTRIBUTES.contains(&name), "{slug}: attribute {name}");
            assert!(
                name != "id" || node.has_tag_name((SVG, "symbol")),
                "{slug}: an id inside"
            );
        }
        if let Some(data) = node.attribute("d") {
            for point in read(data).samples() {
                assert!(
                    (0.0..=240.0).contains(&point.x) && (0.0..=180.0).contains(&point.y),
                    "{slug}: {point:?} outside the frame, {dimensions:?}"
                );
            }
        }
        if node.has_tag_name((SVG, "text")) {
            let at = |name: &str| {
                node.attribute(name)
                    .and_then(|value| value.parse::<f64>().ok())
            };
            let (x, y) = (at("x").expect("x"), at("y").expect("y"));
            assert!(
                (0.0..=240.0).contains(&x) && (0.0..=180.0).contains(&y),
                "{slug}: a number at {x} {y}"
            );
        }
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";

#[test]
fn every_shape_is_sound_without_dimensions() {
    for &shape in Shape::ALL {
        check(shape, &Dimensions::default());
    }
}

#[test]
fn every_shape_is_sound_with_one_wild_number_for_everything() {
    let wild = [
        0.0,
        -3.0,
        0.01,
        0.3,
        7.0,
        12.5,
        600.0,
        1e5,
        1e300,
        f64::NAN,
        f64::INFINITY,
    ];
    for number in wild {
        let known = NUMBERS.iter().fold(Dimensions::default(), |known, key| {
            known.with_number(key, number)
        });
        for &shape in Shape::ALL {
            check(shape, &known);
        }
    }
}

#[test]
fn slugs_lead_back_to_their_shapes() {
    for &shape in Shape::ALL {
        assert_eq!(shape.slug().parse(), Ok(shape));
        assert!(
            shape
                .slug()
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '-')
        );
    }
    assert_eq!("hex bolt".parse::<Shape>(), Err(ParseShapeError));
}

#[test]
fn what_is_known_is_written_beside_the_shape() {
    let known = Dimensions::default()
        .with_code("thread", "M8<1>")
        .with_number("length", 40.0)
        .with_number("across_flats", 13.0);
    let drawing = draw(Shape::HexBolt, &known);
    for number in [">40<", ">13<", ">M8&lt;1&gt;<"] {
        assert!(
            drawing.dimensions.contains(number),
            "{number} in {}",
            drawing.dimensions
        );
    }
    assert!(
        !drawing.shape.contains("<text"),
        "numbers stay in their own layer"
    );
    assert_eq!(draw(Shape::HexBolt, &Dimensions::default()).dimensions, "");
}

#[test]
fn longer_screws_are_drawn_more_slender() {
    let bolt = |length: f64| {
        let known = Dimensions::default()
            .with_code("thread", "M6")
            .with_number("length", length);
        draw(Shape::HexBolt, &known).shape
    };
    assert_ne!(bolt(20.0), bolt(40.0));
    assert_ne!(bolt(40.0), bolt(400.0));
}

#[test]
fn ids_are_escaped() {
    let drawing = draw(
        Shape::Carton,
        &Dimensions::default().with_number("length", 400.0),
    );
    let text = wrapped(&drawing, "a\"b<c>&d");
    let document = roxmltree::Document::parse(&text).expect("escaped");
    let ids: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    assert_eq!(ids, ["a\"b<c>&d", "a\"b<c>&d~d"]);
}

/// A page of search results shows some thirty drawings: their bytes count.
#[test]
fn drawings_stay_small() {
    let sizes: Vec<usize> = Shape::ALL
        .iter()
        .map(|&shape| draw(shape, &Dimensions::default()).shape.len())
        .collect();
    let mean = sizes.iter().sum::<usize>() / sizes.len();
    assert!(mean < 2000, "{mean} bytes on average");
    assert!(sizes.iter().all(|&size| size < 5000), "{sizes:?}");
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        0.1..2000.0,
        any::<f64>(),
        Just(0.0),
        Just(f64::NAN),
        0.01..1.0
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_shape_is_sound_with_any_dimensions(
        numbers in prop::collection::vec(prop::option::of(any_number()), NUMBERS.len()),
        codes in prop::collection::vec(prop::option::of(".{0,12}|M[0-9]{1,3}|[1-4]P(\\+N)?|CR[0-9]{4}|[0-9]/[0-9] UNC"), CODES.len()),
    ) {
        let mut known = Dimensions::default();
        for (key, number) in NUMBERS.iter().zip(numbers) {
            if let Some(number) = number {
                known = known.with_number(key, number);
            }
        }
        for (key, code) in CODES.iter().zip(codes) {
            if let Some(code) = code {
                known = known.with_code(key, &code);
            }
        }
        for &shape in Shape::ALL {
            check(shape, &known);
        }
    }
}
