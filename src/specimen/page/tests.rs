use ekyc::{
    numbers::{Kind, Verdict, assess},
    read::{Net, find_numbers, find_zone},
};

use super::*;
use crate::{Chance, Font, Sheet, View};

/// A sharp, straight view at 300 dots an inch.
const VIEW: View = View {
    scale: 11.8,
    blur: 0.1,
    turn: 0.01,
    off: 0.1,
    noise: 2.0,
};

fn whole(sheet: &Sheet) -> (f32, f32, f32, f32) {
    (0.0, 0.0, sheet.width_mm, sheet.height_mm)
}

#[test]
fn zones_of_all_formats_are_read_exactly() {
    let net = Net::trained();
    for (seed, make) in [passport, card, td2].into_iter().enumerate() {
        let mut chance = Chance::new(seed as u64);
        let sheet = make(&Font::named("ocr-b"), &mut chance);
        let picture = VIEW.take(&sheet, whole(&sheet), &mut chance);
        let zone = find_zone(&picture, &net).unwrap();
        let lines = sheet
            .fields
            .iter()
            .filter(|field| field.name.starts_with("mrz"));
        let truth: String = lines.map(|field| field.value.as_str()).collect();
        let read = zone.settle(today()).unwrap();
        assert!(
            read.zone.as_slice() == truth.as_bytes(),
            "{:?}",
            zone.format
        );
    }
}

#[test]
fn a_hopelessly_blurred_zone_is_not_accepted() {
    let mut chance = Chance::new(5);
    let sheet = passport(&Font::named("ocr-b"), &mut chance);
    let view = View { blur: 0.6, ..VIEW };
    let picture = view.take(&sheet, whole(&sheet), &mut chance);
    let zone = find_zone(&picture, &Net::trained());
    assert!(zone.is_none_or(|zone| zone.settle(today()).is_err()));
}

type Maker = fn(&Font, &mut Chance) -> Sheet;

#[test]
fn numbers_are_right_in_themselves_and_read_from_their_pages() {
    let net = Net::trained();
    let makers: [(Kind, Maker); 4] = [
        (Kind::ResidentId, resident_front),
        (Kind::Uscc, licence),
        (Kind::Nric, singapore),
        (Kind::Uen, bizfile),
    ];
    for (kind, make) in makers {
        let mut chance = Chance::new(11);
        let sheet = make(&Font::named("arimo"), &mut chance);
        let field = sheet
            .fields
            .iter()
            .find(|field| field.name == "number")
            .unwrap();
        assert!(matches!(
            assess(kind, &field.value, today()),
            Verdict::Stands(_)
        ));
        let (area, rim) = (field.area, 1.5 * field.area.height);
        let part = (
            area.left - rim,
            area.top - rim,
            area.width + 2.0 * rim,
            area.height + 2.0 * rim,
        );
        let picture = VIEW.take(&sheet, part, &mut chance);
        let found = find_numbers(&picture, &net, kind, today());
        let read: Vec<&str> = found.iter().map(|number| number.text.expose()).collect();
        assert_eq!(read, [&field.value], "{kind:?}");
    }
}

/// Bold print so small and soft that letters run into each other: there is no paper between them to cut at.
#[test]
fn letters_that_touch_are_told_apart_or_left_unread() {
    let net = Net::trained();
    let font = Font::named("arimo-bold");
    let mut exact = 0;
    for seed in 0..12 {
        let mut chance = Chance::new(seed);
        let sheet = bizfile(&font, &mut chance);
        let field = sheet.fields.iter().find(|field| field.name == "number");
        let field = field.unwrap();
        let (area, rim) = (field.area, 1.5 * field.area.height);
        let view = View {
            scale: 18.0 / area.height,
            blur: 0.06 * area.height,
            ..VIEW
        };
        let part = (
            area.left - rim,
            area.top - rim,
            area.width + 2.0 * rim,
            area.height + 2.0 * rim,
        );
        let picture = view.take(&sheet, part, &mut chance);
        for number in find_numbers(&picture, &net, Kind::Uen, today()) {
            // Nine places are never read as ten, nor ten as nine.
            assert_eq!(number.text.expose(), field.value);
            exact += 1;
        }
    }
    assert!(8 <= exact, "{exact} of 12");
}

#[test]
fn the_same_chance_gives_the_same_page() {
    let page = || resident_back(&mut Chance::new(3));
    assert!(page().pixels == page().pixels);
}
