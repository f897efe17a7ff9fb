//! `cargo hub ekyc outline`: how often a page's outline is found in generated photographs, how well, and how fast.

use std::{collections::BTreeMap, fs, time::Instant};

use ekyc::{Expected, Finder, Sighting};
use specimen::{Desk, Level, Paper, Scene, Wish, farthest, overlap, training::outline::teach};

use crate::{trouble::Trouble, workspace::Workspace};

/// Found means this much overlap with the truth.
const FOUND: f32 = 0.95;
/// Pictures of each set are of seeds from here on; weights are taught from others.
const SEEDS: u64 = 0x0e71_0000;

/// What became of the pictures of a row.
#[derive(Default)]
struct Row {
    all: u32,
    found: u32,
    /// A page was named where it is not.
    wrong: u32,
}

#[derive(Default)]
struct Tally {
    rows: BTreeMap<(u8, &'static str), Row>,
    errors: Vec<f32>,
    times: Vec<f32>,
}

impl Tally {
    fn look(
        &mut self,
        finder: &mut Finder,
        scene: &Scene,
        expected: Expected,
        keys: &[(u8, &'static str)],
    ) {
        let start = Instant::now();
        let sighting = finder.find(&scene.picture, expected);
        self.times.push(start.elapsed().as_secs_f32() * 1e3);
        let quad = match sighting {
            Sighting::Found(outline) => Some(outline.quad.0.map(|p| (p.x, p.y))),
            Sighting::Cut(_) | Sighting::Nothing => None,
        };
        let both = quad.zip(scene.truth.corners);
        let found = both.is_some_and(|(quad, truth)| overlap(&quad, &truth) > FOUND);
        if let Some((quad, truth)) = both.filter(|_| found) {
            self.errors.push(farthest(&quad, &truth));
        }
        self.count(keys, found, quad.is_some() && !found);
    }

    fn count(&mut self, keys: &[(u8, &'static str)], found: bool, wrong: bool) {
        for key in keys {
            let row = self.rows.entry(*key).or_default();
            row.all += 1;
            row.found += u32::from(found);
            row.wrong += u32::from(wrong);
        }
    }

    fn print(&mut self, title: &str) {
        println!("\n{title}\n\n| of | pictures | found | wrong |\n|---|---|---|---|");
        for ((_, name), row) in &self.rows {
            let share = |part: u32| 100.0 * f64::from(part) / f64::from(row.all.max(1));
            println!(
                "| {name} | {} | {:.1} % | {:.1} % |",
                row.all,
                share(row.found),
                share(row.wrong)
            );
        }
        let (half, most) = (at(&mut self.errors, 50), at(&mut self.errors, 95));
        if !self.errors.is_empty() {
            println!("\nFarthest corner of those found: median {half:.2} px, p95 {most:.2} px");
        }
        let (half, most) = (at(&mut self.times, 50), at(&mut self.times, 95));
        println!("Time for a picture, one thread, native: median {half:.1} ms, p95 {most:.1} ms");
    }
}

fn at(values: &mut [f32], share: usize) -> f32 {
    values.sort_by(f32::total_cmp);
    values
        .get(values.len() * share / 100)
        .copied()
        .unwrap_or_default()
}

const KINDS: [(Paper, bool, &str); 4] = [
    (Paper::Passport, false, "passport"),
    (Paper::Passport, true, "open passport"),
    (Paper::Card, false, "card"),
    (Paper::A4, false, "A4"),
];

/// Looks for pages in `count` everyday pictures, a third as many of each harder set, and prints tables.
pub fn print(count: u64) {
    let third = count.div_ceil(3);
    set(
        "Everyday pictures, 640 by 480",
        count,
        0,
        Level::Usual,
        None,
    );
    let twelve = Some(Desk::Twelve);
    set(
        "Page and desk 12 levels apart",
        third,
        1,
        Level::Usual,
        twelve,
    );
    set("Hard pictures", third, 2, Level::Hard, None);
    empty(third);
}

/// Looks for each page twice: told what kind of page it is, and not.
fn set(title: &str, count: u64, number: u64, level: Level, desk: Option<Desk>) {
    let mut finder = Finder::default();
    let (mut told, mut untold) = (Tally::default(), Tally::default());
    for n in 0..count {
        let desk = desk.unwrap_or(Desk::ALL[(n % 9) as usize]);
        let (paper, open, kind) = KINDS[(n / 9 % 4) as usize];
        let wish = Wish {
            size: (640, 480),
            level,
            paper: Some(paper),
            desk,
            flaw: None,
            open,
        };
        let scene = Scene::take(SEEDS + (number << 20) + n, &wish);
        let keys = [(0, "all"), (1, desk.name()), (2, kind)];
        told.look(&mut finder, &scene, paper.expected(), &keys);
        untold.look(&mut finder, &scene, Expected::Any, &keys[..1]);
    }
    told.print(title);
    untold.print(&format!("{title}, the kind of page not told"));
}

/// Desks without a document. Those full of other sheets are left out: a sheet is a document.
fn empty(count: u64) {
    let (mut finder, mut tally) = (Finder::default(), Tally::default());
    let desks: Vec<Desk> = Desk::ALL
        .into_iter()
        .filter(|desk| *desk != Desk::Papers)
        .collect();
    for n in 0..count {
        let desk = desks[n as usize % desks.len()];
        let wish = Wish {
            size: (640, 480),
            level: Level::Usual,
            paper: None,
            desk,
            flaw: None,
            open: false,
        };
        let scene = Scene::take(SEEDS + (3 << 20) + n, &wish);
        let (paper, ..) = KINDS[n as usize / desks.len() % 4];
        let start = Instant::now();
        let sighting = finder.find(&scene.picture, paper.expected());
        tally.times.push(start.elapsed().as_secs_f32() * 1e3);
        let wrong = matches!(sighting, Sighting::Found(_));
        tally.count(&[(0, "all"), (1, desk.name())], false, wrong);
    }
    tally.print("No document in the picture");
}

/// Teaches from `count` pictures and writes the weights into `src/ekyc/outline/`.
pub fn learn(workspace: &Workspace, count: u64, seed: u64) -> Result<(), Trouble> {
    let taught = teach(seed, count, |what| println!("{what}"));
    let folder = workspace.root.join("src/ekyc/outline");
    for (name, bytes) in [
        ("glance.bin", &taught.glance),
        ("verdict.bin", &taught.verdict),
    ] {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| Trouble::file(&path, &error))?;
    }
    println!(
        "weights from {} pictures are in {}",
        taught.pictures,
        folder.display()
    );
    Ok(())
}
