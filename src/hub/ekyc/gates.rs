//! `cargo hub ekyc gates`: what is said of generated pictures with one thing wrong, and of good ones.

use std::{collections::BTreeMap, time::Instant};

use ekyc::{
    Finder,
    quality::{Instruction, Verdict, judge},
};
use specimen::{Desk, Flaw, Level, Paper, Scene, Wish};

/// Thresholds were set on pictures of other seeds.
const SEEDS: u64 = 0x0e72_0000;

/// What ought to be said; none where nothing is wrong.
fn cause(flaw: Flaw) -> Option<Instruction> {
    match flaw {
        Flaw::None => None,
        Flaw::Blur | Flaw::Motion => Some(Instruction::HoldStill),
        Flaw::Glare => Some(Instruction::Glare),
        Flaw::Dark => Some(Instruction::TooDark),
        Flaw::Bright => Some(Instruction::TooBright),
        Flaw::Far => Some(Instruction::Nearer),
        Flaw::Tilt => Some(Instruction::TiltLess),
        Flaw::Cut => Some(Instruction::CutOff),
        // Fingers are not seen yet: what is said of them shows in the last column.
        Flaw::Finger => None,
    }
}

/// Judges `count` pictures of each flaw and prints a table.
pub fn print(count: u64) {
    println!(
        "| wrong with it | pictures | sent back | right cause | said |\n|---|---|---|---|---|"
    );
    let mut finder = Finder::default();
    let mut times = Vec::new();
    for (row, flaw) in Flaw::ALL.into_iter().enumerate() {
        let (mut back, mut right) = (0, 0);
        let mut said: BTreeMap<String, u32> = BTreeMap::new();
        for n in 0..count {
            let paper = [Paper::Passport, Paper::Card, Paper::A4][n as usize % 3];
            let wish = Wish {
                size: (1280, 720),
                level: Level::Usual,
                paper: Some(paper),
                desk: Desk::ALL[n as usize / 3 % 9],
                flaw: Some(flaw),
                open: false,
            };
            let scene = Scene::take(SEEDS + ((row as u64) << 16) + n, &wish);
            let expected = paper.expected();
            let start = Instant::now();
            let sighting = finder.find(&scene.picture, expected);
            let verdict = judge(&scene.picture, &sighting, expected);
            times.push(start.elapsed().as_secs_f32() * 1e3);
            let instruction = match verdict {
                Verdict::Good(_) => None,
                Verdict::Retake(instruction) => Some(instruction),
            };
            back += u32::from(instruction.is_some());
            right += u32::from(instruction == cause(flaw));
            let word = instruction.map_or_else(|| "good".into(), |said| format!("{said:?}"));
            *said.entry(word).or_default() += 1;
        }
        let share = |part: u32| 100.0 * f64::from(part) / count.max(1) as f64;
        let said: Vec<String> = said.iter().map(|(word, n)| format!("{word} {n}")).collect();
        println!(
            "| {} | {count} | {:.1} % | {:.1} % | {} |",
            flaw.name(),
            share(back),
            share(right),
            said.join(", ")
        );
    }
    times.sort_by(f32::total_cmp);
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "\nOutline and all gates, 1280 by 720, one thread, native: median {:.1} ms, p95 {:.1} ms",
        at(50),
        at(95)
    );
}
