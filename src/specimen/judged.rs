//! Each gate of `ekyc::quality`, tried on generated photographs with that one thing wrong.

use ekyc::{
    Finder, Gray, Sighting,
    quality::{Instruction, Verdict, judge},
};

use crate::{Desk, Flaw, Level, Paper, Scene, Wish};

fn photograph(seed: u64, flaw: Flaw) -> (Gray, Paper) {
    let paper = [Paper::Passport, Paper::Card, Paper::A4][seed as usize % 3];
    let wish = Wish {
        size: (1280, 720),
        level: Level::Usual,
        paper: Some(paper),
        desk: Desk::Wood,
        flaw: Some(flaw),
        open: false,
    };
    (Scene::take(seed, &wish).picture, paper)
}

/// Six pictures; at most one may be taken for something else.
fn check(flaw: Flaw, expected: Option<Instruction>) {
    let right = (0..6).filter(|n| {
        let (picture, paper) = photograph(4000 + n, flaw);
        let sighting = Finder::default().find(&picture, paper.expected());
        match judge(&picture, &sighting, paper.expected()) {
            Verdict::Retake(instruction) => Some(instruction) == expected,
            Verdict::Good(good) => {
                let page = good.page(&picture);
                expected.is_none() && page.is_some_and(|page| page.dots_per_inch() > 40.0)
            }
        }
    });
    let right = right.count();
    assert!(right >= 5, "{}: {right} of 6", flaw.name());
}

#[test]
fn good_pictures_become_pages() {
    check(Flaw::None, None);
}

#[test]
fn what_is_out_of_focus_or_moved_is_sent_back() {
    check(Flaw::Blur, Some(Instruction::HoldStill));
    check(Flaw::Motion, Some(Instruction::HoldStill));
}

#[test]
fn what_is_lit_badly_is_sent_back() {
    check(Flaw::Dark, Some(Instruction::TooDark));
    check(Flaw::Bright, Some(Instruction::TooBright));
    check(Flaw::Glare, Some(Instruction::Glare));
}

#[test]
fn what_leans_is_sent_back() {
    check(Flaw::Tilt, Some(Instruction::TiltLess));
}

#[test]
fn nothing_and_a_cut_page_are_told_apart_from_pages() {
    let blank = Gray::new(64, 48, vec![90; 64 * 48]).unwrap();
    let expected = Paper::Card.expected();
    let said = judge(&blank, &Sighting::Nothing, expected);
    assert!(matches!(said, Verdict::Retake(Instruction::ShowDocument)));
    for (tone, expected_word) in [(255, Instruction::TooBright), (20, Instruction::TooDark)] {
        let blank = Gray::new(64, 48, vec![tone; 64 * 48]).unwrap();
        let said = judge(&blank, &Sighting::Nothing, expected);
        assert!(matches!(said, Verdict::Retake(word) if word == expected_word));
    }
    let (picture, _) = photograph(1, Flaw::None);
    let Sighting::Found(outline) = Finder::default().find(&picture, expected) else {
        panic!("a card on wood is found");
    };
    let said = judge(&picture, &Sighting::Cut(outline.quad), expected);
    assert!(matches!(said, Verdict::Retake(Instruction::CutOff)));
}
