//! Tool boxes and tool bags.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn tool_box(s: &mut Sketch, d: &Dimensions) {
    s.body("M-90-20H90V50C90 55 87 58 82 58H-82C-87 58-90 55-90 50z");
    s.body("M-94-20L-84-48C-83-51-80-54-76-54H76C80-54 83-51 84-48L94-20V-12H-94z");
    s.ring("M-40-54V-66C-40-74-34-80-26-80H26C34-80 40-74 40-66V-54H30V-64C30-68 28-70 24-70H-24C-28-70-30-68-30-64V-54z");
    s.line("M-94-20H94");
    for x in [-58.0, 46.0] {
        s.round(Ink::Dark, x, -26.0, 12.0, 24.0, 3.0);
        s.thin(format!("M{x}-10h12"));
    }
    s.round(Ink::Thin, -40.0, 10.0, 80.0, 30.0, 4.0);
    s.thin("M-78-46H78M-82 50H82M-74 0V46M74 0V46");
    s.width(
        -94.0,
        94.0,
        58.0,
        1,
        d.label("length").or_else(|| d.label("width")),
    );
    s.height(-80.0, 58.0, 94.0, 1, d.label("height"));
}

pub fn tool_bag(s: &mut Sketch, d: &Dimensions) {
    s.body("M-92-14C-94-20-88-26-80-26H80C88-26 94-20 92-14L86 52C86 58 82 60 78 60H-78C-82 60-86 58-86 52z");
    s.line("M-90-12H90");
    s.thin("M-88-8H88");
    s.ring("M-44-12C-44-52-38-76 0-76S44-52 44-12H36C36-46 32-68 0-68S-36-46-36-12z");
    s.round(Ink::Dark, -18.0, -80.0, 36.0, 14.0, 5.0);
    for x in [-78.0, -38.0, 2.0, 42.0] {
        s.body(format!(
            "M{x} 14H{}V52Q{0} 56 {1} 56H{2}Q{x} 56 {x} 52z",
            x + 36.0,
            x + 32.0,
            x + 4.0
        ));
        s.thin(format!("M{x} 20h36"));
    }
    s.body(
        "M-66 14V-2C-66-4-58-4-58-2V14M12 14V0L18-4 24 0V14M54 14V-4H68V14M-26 14L-22-4H-16L-12 14",
    );
    s.width(
        -92.0,
        92.0,
        60.0,
        1,
        d.label("length").or_else(|| d.label("width")),
    );
}
