//! LED tubes, panels, bulbs and floodlights.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn led_tube(s: &mut Sketch, d: &Dimensions) {
    // Broken in the middle: a tube is some 45 times as long as it is thick.
    s.within(&crate::pen::Affine::IDENTITY, |s| {
        let half = |s: &mut Sketch| {
            s.body("M-8-13H-88V13H-8C-3 5-13-5-8-13");
            s.dark("M-88-14H-102Q-105-14-105-11V11Q-105 14-102 14H-88z");
            s.body(
                "M-105-7H-114Q-116-7-116-5.5T-114-4H-105zM-105 4H-114Q-116 4-116 5.5T-114 7H-105z",
            );
            s.thin("M-84-9H-10M-84 9H-11");
        };
        half(s);
        s.turned(180.0, 0.0, 0.0, half);
        s.thin("M-66 0h.1M-48 0h.1M-30 0h.1M30 0h.1M48 0h.1M66 0h.1");
        for n in 0..4 {
            let x = -78.0 + 18.0 * f64::from(n);
            s.rect(Ink::Thin, x, -3.0, 6.0, 6.0);
            s.rect(Ink::Thin, -x - 6.0, -3.0, 6.0, 6.0);
        }
        s.moved(0.0, 56.0, |s| {
            s.circle(Ink::Body, 0.0, 0.0, 24.0);
            s.circle(Ink::Thin, 0.0, 0.0, 20.0);
            s.circle(Ink::Dark, -10.0, 0.0, 3.2);
            s.circle(Ink::Dark, 10.0, 0.0, 3.2);
        });
    });
    s.width(-116.0, 116.0, -14.0, -1, d.label("length"));
    s.height(32.0, 80.0, 24.0, 1, d.label_after("⌀", "diameter"));
}

pub fn led_panel(s: &mut Sketch, d: &Dimensions) {
    s.body("M-100 30L-34-50H100L34 30z");
    s.ring("M-100 30L-34-50H100L34 30zM-89 25L-30.5-45H89L30.5 25z");
    s.body("M-100 30H34V36H-100zM34 30L100-50V-44L34 36z");
    s.thin("M-60 8L-30-28M-44 12L-8-32M20-18L36-36M8-2L16-12");
    s.thin("M-70 52V62M-40 52V66M-10 52V66M20 52V62");
    s.width(-100.0, 34.0, 38.0, 1, d.label("length"));
}

pub fn led_bulb(s: &mut Sketch, _: &Dimensions) {
    s.mirrored(Ink::Body, 0.0, "M0-84C30-84 46-62 46-40C46-22 36-12 32 4H0");
    s.mirrored(Ink::Dark, 0.0, "M0 4H32C31 20 24 32 20 42H0");
    s.thin("M-22 4L-15 42M-8 4L-5 42M8 4L5 42M22 4L15 42M-36-46C-35-60-26-70-15-74");
    s.mirrored(
        Ink::Body,
        0.0,
        "M0 42H19V48L21 51 19 54 21 57 19 60 21 63 19 66 17 70H0",
    );
    s.line("M-19 48L19 52M-20 54.5L20 58.5M-20 61L20 65");
    s.mirrored(Ink::Dark, 0.0, "M0 70H15L8 77H0");
}

pub fn floodlight(s: &mut Sketch, _: &Dimensions) {
    s.round(Ink::Body, -72.0, -48.0, 144.0, 92.0, 6.0);
    s.round(Ink::Line, -62.0, -39.0, 124.0, 74.0, 3.0);
    for row in 0..4 {
        for column in 0..7 {
            let (x, y) = (
                -54.0 + 15.8 * f64::from(column),
                -32.0 + 16.6 * f64::from(row),
            );
            s.round(Ink::Thin, x, y, 12.0, 12.0, 2.0);
        }
    }
    s.line(
        "M-72-2H-84V62Q-84 68-78 68H78Q84 68 84 62V-2H72M-76-2V56Q-76 60-72 60H72Q76 60 76 56V-2",
    );
    s.circle(Ink::Dark, -78.0, -2.0, 7.0);
    s.circle(Ink::Dark, 78.0, -2.0, 7.0);
    s.thin("M-60-48V-56H60V-48M-48-56V-48M-36-56V-48M-24-56V-48M-12-56V-48M0-56V-48M12-56V-48M24-56V-48M36-56V-48M48-56V-48");
    s.circle(Ink::Line, 0.0, 64.0, 2.4);
}
