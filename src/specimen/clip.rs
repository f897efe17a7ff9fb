//! Several frames of one hand-held camera.

use crate::{
    Chance, Pose, Scene, Wish, draft,
    scene::{Set, drift},
};

/// This many frames, about 15 a second, of a hand that comes to rest over the page.
#[must_use]
pub fn clip(seed: u64, wish: &Wish, frames: usize) -> Vec<Scene> {
    let mut chance = Chance::new(seed);
    let sheet = wish.paper.map(|paper| draft(paper, &mut chance));
    let set = Set::new(&mut chance, wish, sheet);
    let rest = set.pose(&mut chance, wish);
    let hand = chance.below(1 << 30) as u32;
    (0..frames)
        .map(|frame| {
            let time = frame as f32 * 0.35;
            // A hand trembles most while it still moves.
            let swing = 0.25 + 0.75 * (-(frame as f32) / 6.0).exp();
            let by = |channel: f32, most: f32| most * swing * drift(hand, time, channel);
            let pose = Pose {
                tilt: (rest.tilt + by(1.0, 4.0)).clamp(0.0, 60.0),
                lean: rest.lean + by(2.0, 12.0),
                roll: rest.roll + by(3.0, 4.0),
                fill: rest.fill * (1.0 + by(4.0, 0.05)).min(0.97 / rest.fill.min(0.97)),
                shift: (rest.shift.0 + by(5.0, 0.3), rest.shift.1 + by(6.0, 0.3)),
                focal: rest.focal,
            };
            let pose = Pose {
                shift: if rest.shift.0 < 5.0 {
                    (pose.shift.0.clamp(-1.0, 1.0), pose.shift.1.clamp(-1.0, 1.0))
                } else {
                    rest.shift
                },
                ..pose
            };
            set.photograph(&mut chance, wish, &pose)
        })
        .collect()
}
