//! `cargo hub ekyc read`: how many generated documents are read exactly, and whether any is read wrongly and accepted.

use std::time::Instant;

use ekyc::{
    numbers::Kind,
    read::{Net, Zone, find_numbers, find_zone},
};
use specimen::{
    Chance, Font, Sheet, View,
    page::{bizfile, card, licence, passport, resident_front, singapore, td2, today},
};

/// How blurred pictures are: a good capture, and one that must not be accepted. Deviations in parts of the pitch.
const SHARP: (f32, f32) = (0.02, 0.10);
const BLURRED: (f32, f32) = (0.12, 0.25);

/// What became of pictures.
#[derive(Default)]
struct Tally {
    all: u32,
    exact: u32,
    wrong: u32,
}

impl Tally {
    fn count(&mut self, read: Option<&str>, truth: &str) {
        self.all += 1;
        self.exact += u32::from(read == Some(truth));
        self.wrong += u32::from(read.is_some_and(|read| read != truth));
    }

    fn print(&self, what: &str) {
        let share = 100.0 * f64::from(self.exact) / f64::from(self.all.max(1));
        println!("| {what} | {} | {share:.2} % | {} |", self.all, self.wrong);
    }
}

/// Reads `count` documents of each kind and prints a table.
pub fn print(count: u64) {
    println!("| read | pictures | exactly | wrong and accepted |\n|---|---|---|---|");
    let net = Net::trained();
    let fonts = Font::all();
    zones(&net, &fonts, count);
    let makers: [(Kind, Maker); 4] = [
        (Kind::ResidentId, resident_front),
        (Kind::Uscc, licence),
        (Kind::Nric, singapore),
        (Kind::Uen, bizfile),
    ];
    for (kind, make) in makers {
        numbers(&net, &fonts, count / 2, kind, make);
    }
}

type Maker = fn(&Font, &mut Chance) -> Sheet;

fn zones(net: &Net, fonts: &[Font], count: u64) {
    let (mut single, mut three, mut blurred) =
        (Tally::default(), Tally::default(), Tally::default());
    let mut times = Vec::new();
    for seed in 0..count {
        let mut chance = Chance::new(0xeb00_0000 + seed);
        let name = *chance.pick(&["ocr-b", "ocr-b", "ocr-b", "ocr-b-square", "ocr-b-slanted"]);
        let font = fonts
            .iter()
            .find(|font| font.name == name)
            .unwrap_or(&fonts[0]);
        let make: Maker = *chance.pick(&[passport, passport, card, td2]);
        let sheet = make(font, &mut chance);
        let lines = sheet
            .fields
            .iter()
            .filter(|field| field.name.starts_with("mrz"));
        let truth: String = lines.map(|field| field.value.as_str()).collect();
        let mut frames = Vec::new();
        let scale = chance.between(4.0, 12.0);
        for frame in 0..3 {
            let picture =
                view(&mut chance, SHARP, scale, 2.54).take(&sheet, whole(&sheet), &mut chance);
            let start = Instant::now();
            let zone = find_zone(&picture, net);
            times.push(start.elapsed().as_secs_f64() * 1e3);
            if frame == 0 {
                single.count(settled(zone.as_ref()).as_deref(), &truth);
            }
            frames.extend(zone);
        }
        three.count(settled(Zone::merge(&frames).as_ref()).as_deref(), &truth);
        let picture =
            view(&mut chance, BLURRED, scale, 2.54).take(&sheet, whole(&sheet), &mut chance);
        blurred.count(
            settled(find_zone(&picture, net).as_ref()).as_deref(),
            &truth,
        );
    }
    single.print("machine readable zone, one picture");
    three.print("the same, three pictures merged");
    blurred.print("the same, blurred over 0.12 to 0.25 of the pitch");
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "\nFinding and reading a zone, native: median {:.1} ms, p95 {:.1} ms\n",
        at(50),
        at(95)
    );
}

fn settled(zone: Option<&Zone>) -> Option<String> {
    let repaired = zone?.settle(today()).ok()?;
    Some(String::from_utf8_lossy(&repaired.zone).into_owned())
}

fn whole(sheet: &Sheet) -> (f32, f32, f32, f32) {
    (0.0, 0.0, sheet.width_mm, sheet.height_mm)
}

/// `unit` is what blur is measured by, in millimeters.
fn view(chance: &mut Chance, blur: (f32, f32), scale: f32, unit: f32) -> View {
    View {
        scale,
        blur: unit * chance.between(blur.0, blur.1),
        turn: 0.025 * chance.normal(),
        off: 0.3,
        noise: chance.between(1.0, 6.0),
    }
}

fn numbers(net: &Net, fonts: &[Font], count: u64, kind: Kind, make: Maker) {
    let (mut sharp, mut blurred) = (Tally::default(), Tally::default());
    for seed in 0..count {
        let mut chance = Chance::new(0xeb10_0000 + seed);
        let font = chance.pick(fonts);
        let sheet = make(font, &mut chance);
        let Some(field) = sheet.fields.iter().find(|field| field.name == "number") else {
            continue;
        };
        let (area, rim) = (field.area, 1.2 * field.area.height);
        let part = (
            area.left - rim,
            area.top - rim,
            area.width + 2.0 * rim,
            area.height + 2.0 * rim,
        );
        let scale = (chance.between(14.0, 45.0) / area.height).min(sheet.pixels_per_mm());
        for (blur, tally) in [(SHARP, &mut sharp), (BLURRED, &mut blurred)] {
            let picture =
                view(&mut chance, blur, scale, area.height).take(&sheet, part, &mut chance);
            let found = find_numbers(&picture, net, kind, today());
            let other = found
                .iter()
                .find(|number| number.text.expose() != field.value);
            let read = other.or(found.first()).map(|number| number.text.expose());
            tally.count(read, &field.value);
        }
    }
    sharp.print(&format!("{} from its field, twenty fonts", kind.code()));
    blurred.print(&format!("{} blurred", kind.code()));
}
