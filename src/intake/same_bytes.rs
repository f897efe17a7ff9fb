//! The index of a file is the same here and in a browser: this test runs in both.

use publish::name_hash;
use search::lexicon::{Lexicon, build};
use wasm_bindgen_test::wasm_bindgen_test;
use workflow::intake::ask::Answer;

use crate::check::Check;
use crate::desk::Desk;
use crate::open::{Open, from_message};
use crate::sample::BOLTS;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The name that the index of `BOLTS` would be published under. It changes with the analysis of text, and with the words
/// across languages; it must then be the new one in both places.
const NAME: &str = "dafbd4e96ea3d88b";

#[wasm_bindgen_test(unsupported = test)]
fn an_index_is_the_same_on_every_machine() {
    let bytes = build::build(&build::OURS, &[]);
    let lexicon = (Lexicon::open(bytes.clone()).unwrap(), bytes);
    let house = Desk::default().house;
    let open = Open::read("bolts.csv", BOLTS, &mut |_| {});
    let sources = open.opened(&[]).sources;
    let mut check = Check::begin(1, &open, &sources, Some(&lexicon)).unwrap();
    while let Answer::Checking { .. } = check.go_on(&house, &open, 17) {}
    assert_eq!(name_hash(check.index()), NAME);

    // As it is made when the catalogue is published: by the same shelf, in one go.
    let mut shelf = publish::Shelf::new(Some(&lexicon.0));
    let sources = sources.iter().map(from_message).collect();
    let mut checker = catalogue::Checker::new(&open.sheet, sources).ok().unwrap();
    for row in 0..open.sheet.len() {
        if let Some(product) = checker.check(&open.sheet, row, &house.rules()).product {
            let id = product.id();
            shelf.add(
                &house.dictionary,
                (id.as_str(), &product),
                &house.supplier,
                row,
            );
        }
    }
    assert!(shelf.finish() == check.index());
}
