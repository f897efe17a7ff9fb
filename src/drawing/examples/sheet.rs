//! Writes a page with every shape: `cargo run -p drawing --example sheet > sheet.html`.
//!
//! Words narrow it to shapes whose slug contains one of them, or name one with its sizes:
//! `hex-bolt?thread=M6&length=120`. `dark` turns the lights off, `small` draws as small as in
//! a list of search results.

use drawing::{Dimensions, Shape, draw};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| words.iter().any(|given| given == word);
    let (ground, ink) = if has("dark") {
        ("#14181d", "#dfe5ea")
    } else {
        ("#fff", "#1c2733")
    };
    let width = if has("small") { 110 } else { 300 };
    println!(
        "<!doctype html><meta charset=utf-8><body style='background:{ground};color:{ink};font:11px sans-serif;margin:4px'>"
    );
    let mut words = words
        .iter()
        .filter(|word| !["dark", "small"].contains(&word.as_str()))
        .peekable();
    if words.peek().is_none() {
        for &shape in Shape::ALL {
            show(shape, &Dimensions::default(), shape.slug(), width);
        }
    }
    for word in words {
        let (slug, sizes) = word.split_once('?').unwrap_or((word, ""));
        let named = |shape: &&Shape| match sizes {
            "" => shape.slug().contains(slug),
            _ => shape.slug() == slug,
        };
        for &shape in Shape::ALL.iter().filter(named) {
            let caption = if sizes.is_empty() { shape.slug() } else { word };
            show(shape, &known(sizes), caption, width);
        }
    }
}

fn known(sizes: &str) -> Dimensions {
    let pairs = sizes.split('&').filter_map(|pair| pair.split_once('='));
    pairs.fold(Dimensions::default(), |known, (key, value)| {
        match value.parse() {
            Ok(number) => known.with_number(key, number).with_code(key, value),
            Err(_) => known.with_code(key, value),
        }
    })
}

fn show(shape: Shape, known: &Dimensions, caption: &str, width: u32) {
    let drawing = draw(shape, known);
    println!(
        "<div style='display:inline-block;margin:3px;text-align:center'><svg width={width} viewBox='{}'>{}<g color='#0a7cc4'>{}</g></svg><br>{caption}</div>",
        drawing.view_box, drawing.shape, drawing.dimensions
    );
}
