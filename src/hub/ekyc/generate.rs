//! `cargo hub ekyc generate`: benchmark pictures of documents of nobody who exists, and the truth about each.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

use serde_json::{Map, Value, json};
use specimen::{
    Chance, Desk, Font, Level, Scene, Sheet, Wish,
    page::{bizfile, card, licence, passport, resident_front, singapore},
};

use super::still;
use crate::trouble::Trouble;

type Maker = fn(&Font, &mut Chance) -> Sheet;

/// What is photographed, in turn.
const KINDS: [(&str, Maker); 6] = [
    ("passport", passport),
    ("card", card),
    ("resident-id", resident_front),
    ("nric", singapore),
    ("licence", licence),
    ("bizfile", bizfile),
];
const LEVELS: [(&str, Level); 3] = [
    ("easy", Level::Easy),
    ("usual", Level::Usual),
    ("hard", Level::Hard),
];
/// As a phone's camera hands over for a page of its own: enough for the print of a card.
const SIZE: (u32, u32) = (1920, 1440);
/// The truth, a line of JSON a picture.
const TRUTH: &str = "truth.jsonl";

/// Writes `count` pictures into a folder; the same seed gives the same files on every machine.
pub fn run(seed: u64, count: u64, out: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(out).map_err(|error| Trouble::file(out, &error))?;
    let path = out.join(TRUTH);
    let broken = |error: &std::io::Error| Trouble::file(&path, error);
    let mut truth = BufWriter::new(File::create(&path).map_err(|error| broken(&error))?);
    let fonts = Font::all();
    for n in 0..count {
        let (name, line, picture) = one(seed, n, &fonts);
        still::write(&out.join(&name), &picture).map_err(|error| {
            Trouble::new(
                format!("{name}: {error}"),
                "check that the folder can be written to, and that the disk is not full",
            )
        })?;
        writeln!(truth, "{line}").map_err(|error| broken(&error))?;
    }
    truth.flush().map_err(|error| broken(&error))
}

fn one(seed: u64, n: u64, fonts: &[Font]) -> (String, Value, ekyc::Gray) {
    let mut chance = Chance::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ n);
    let (kind, make) = KINDS[n as usize % KINDS.len()];
    let (level, of_level) = LEVELS[n as usize / KINDS.len() % LEVELS.len()];
    // Zones are printed in fonts made for machines, the rest in any.
    let is_for_machines = |font: &&Font| font.name.starts_with("ocr-b");
    let machine: Vec<&Font> = fonts.iter().filter(is_for_machines).collect();
    let all: Vec<&Font> = fonts.iter().collect();
    let font = match kind {
        "passport" | "card" => *chance.pick(&machine),
        _ => *chance.pick(&all),
    };
    let sheet = make(font, &mut chance);
    let wish = Wish {
        size: SIZE,
        level: of_level,
        paper: Some(sheet.paper),
        desk: *chance.pick(&Desk::ALL),
        flaw: None,
        open: false,
    };
    let printed = sheet.fields.iter().filter(|field| !field.value.is_empty());
    let fields: Map<String, Value> = printed
        .map(|field| (field.name.to_owned(), json!(field.value)))
        .collect();
    let scene = Scene::of(sheet, seed ^ (n << 20), &wish);
    let name = format!("{kind}-{n:05}.png");
    let truth = &scene.truth;
    let corners = truth
        .corners
        .map(|corners| corners.map(|(x, y)| [round(x), round(y)]));
    let line = json!({
        "file": name,
        "kind": kind,
        "level": level,
        "desk": truth.desk.name(),
        "corners": corners,
        "cut": truth.cut,
        "tilt_degrees": round(truth.tilt),
        "pixels_per_mm": round(truth.pixels_per_mm),
        "blur_pixels": round(truth.blur),
        "smear_pixels": round(truth.smear),
        "fields": fields,
    });
    (name, line, scene.picture)
}

fn round(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_pictures_and_another_gives_others() {
        let fonts = Font::all();
        let (name, line, picture) = one(3, 1, &fonts);
        assert_eq!(
            (name.as_str(), line["kind"].as_str()),
            ("card-00001.png", Some("card"))
        );
        assert_eq!(line["fields"]["mrz1"].as_str().map(str::len), Some(30));
        assert_eq!(line["corners"].as_array().map(Vec::len), Some(4));
        let (_, again, same) = one(3, 1, &fonts);
        assert!(line == again && picture == same);
        let (_, other, _) = one(4, 1, &fonts);
        assert_ne!(line["fields"], other["fields"]);
    }
}
