//! Pens, markers, pencils, erasers.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

fn line_width(s: &mut Sketch, d: &Dimensions, x: f64, y: f64) {
    let label = d.label("line_width").map(|w| format!("{w} mm"));
    s.note(at(x, y), at(14.0, 26.0), label);
}

pub fn pen(s: &mut Sketch, d: &Dimensions) {
    s.turned(-32.0, 0.0, 0.0, |s| {
        s.flipped(Ink::Body, 0.0, "M-112 0V-1.500L-108-2-92-7H-88V-8.500H78V-6H82V0");
        s.line("M-92-7V7M-88-8.500V8.500M34-8.500V8.500M40-8.500V8.500");
        s.flipped(Ink::Dark, 0.0, "M82 0V-4.500H100Q103-4.500 103-2V0");
        s.dark("M-88-8.500H-52V8.500H-88z");
        s.thin("M-82-8.500V8.500M-76-8.500V8.500M-70-8.500V8.500M-64-8.500V8.500M-58-8.500V8.500M-48-4H30M46-4H76");
        s.body("M78-8.500V-15H28Q24-15 24-12V-10H28L30-11H70V-8.500z");
    });
    line_width(s, d, -94.0, 59.0);
}

pub fn marker(s: &mut Sketch, d: &Dimensions) {
    s.turned(-32.0, 0.0, 0.0, |s| {
        s.flipped(Ink::Dark, 0.0, "M-108 0L-106-6L-92-7V0");
        s.flipped(Ink::Body, 0.0, "M-92 0V-9H-78C-74-16-66-17-60-17H30V0");
        s.line("M-92-9V9M-60-17V17");
        s.flipped(Ink::Body, 0.0, "M30 0V-17H62Q66-17 66-13V0");
        // The cap, put on behind.
        s.flipped(Ink::Dark, 0.0, "M66 0V-19H100Q106-19 106-13V0");
        s.body("M72-19V-25H102L106-19z");
        s.shade("M-48-17H18V17H-48z");
        s.thin("M-48-17V17M18-17V17M-38-6H6M-38 0H8M-38 6H-10M74-13H98M74 0H98M74 13H98");
    });
    line_width(s, d, -90.0, 57.0);
}

pub fn pencil(s: &mut Sketch, d: &Dimensions) {
    s.turned(-32.0, 0.0, 0.0, |s| {
        s.flipped(
            Ink::Body,
            0.0,
            "M-112 0L-82-10C-79-9-79-5-82-4C-78-3-78 0-78 0",
        );
        s.body("M-82-10H74V10H-82C-79 8-79 5-82 4C-78 2-78-2-82-4C-79-5-79-8-82-10z");
        s.solid("M-112 0L-102-3.400Q-104 0-102 3.400z");
        s.line("M-82-4H74M-82 4H74");
        s.body("M74-11H90V11H74z");
        s.thin("M78-11V11M82-11V11M86-11V11");
        s.dark("M90-10H102Q108-10 108-5V5Q108 10 102 10H90z");
    });
    s.note(
        at(-40.0, 20.0),
        at(14.0, 30.0),
        d.code("grade").map(str::to_owned),
    );
}

pub fn eraser(s: &mut Sketch, d: &Dimensions) {
    s.turned(-10.0, 0.0, 0.0, |s| {
        s.body("M-80-4L-60-34Q-58-37-54-37H76L84-34 88-28V4L68 36Q66 38 62 38H-72Q-80 38-80 30z");
        s.line("M-80-4H60Q68-4 70-8L86-32M68-4V34");
        // Sleeve.
        s.dark("M-26-4L-6-37H76L84-34 88-28V4L68 36Q66 38 62 38H-26z");
        s.line("M-26-4V38M-26-4L-6-37");
        s.thin("M-14 10H40M-14 18H52M-14 26H20");
    });
    s.width(-84.0, 92.0, 50.0, 1, d.label("length"));
}
