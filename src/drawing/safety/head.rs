//! Helmets, eye, face and ear protection.

use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch};

pub fn helmet(s: &mut Sketch, _: &Dimensions) {
    // From the side, peak to the right.
    s.body("M-78 30C-80-16-50-58 0-58C44-58 72-24 76 18L78 30H-78z");
    s.body("M-80 30H76C92 31 108 36 114 43C115 46 112 47 109 46C96 42 84 42 72 42H-76C-82 42-84 31-80 30z");
    s.body("M-30-50C-20-62-8-65 4-64C24-62 44-46 52-20C42-36 24-46 4-49C-8-50.500-20-51-30-50z");
    s.thin("M30-36C39-22 43 0 42 30M-38-48C-53-32-60-4-60 30");
    s.thin("M-30-36H-12M-31-28H-14M-32-20H-16");
    s.line("M-12 30V20H8V30");
    // Harness and chin strap.
    s.thin("M-66 42C-66 50-60 54-50 54H30C44 54 52 50 54 42");
    s.line("M-40 54C-36 72-20 84 0 84C14 84 22 76 26 66L30 54M-34 54C-30 68-18 78 0 78C11 78 17 72 20 64L24 54");
    s.dark("M-74 44H-62V58C-62 62-70 62-74 58z");
}

pub fn goggles(s: &mut Sketch, _: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-34H52C68-34 76-22 76-6C76 16 64 34 46 34C30 34 24 26 18 16C13 8 8 4 0 4",
    );
    s.mirrored(
        Ink::Ring,
        0.0,
        "M0-26H50C62-26 68-18 68-6C68 12 58 26 45 26C34 26 29 19 24 11C18 1 12-4 0-4",
    );
    s.both(0.0, |s| {
        s.dark("M76-18L90-20V14L74 12C75.500 6 76 0 76-6C76-10 76-14 76-18z");
        s.body("M90-18C98-20 106-20 110-18V12C106 14 98 14 90 12z");
        s.thin("M96-19V13M102-19.500V13M90-8H110M90 2H110");
        s.thin("M34-34V-30M42-34V-30M50-34V-30");
        s.round(Ink::Line, 28.0, -33.0, 26.0, 3.6, 1.5);
    });
    s.thin("M-58-14L-42 8M-46-18L-38-8M26-16L36-2");
}

pub fn glasses(s: &mut Sketch, _: &Dimensions) {
    // Three-quarter front: two lenses in one brow bar, temples folded behind.
    s.mirrored(
        Ink::Dark,
        0.0,
        "M0-18C10-22 22-26 40-26C62-26 80-24 92-18L94-10C80-17 60-19 40-18C22-17 12-13 8-9C5-6 2-6 0-6",
    );
    s.both(0.0, |s| {
        s.body("M9-9C18-16 30-18 42-18C60-19 76-16 86-12C86 6 80 24 62 30C44 34 26 30 18 16C13 8 10 0 9-9z");
        s.body("M92-18C100-20 106-16 107-10C108-4 107 6 105 14C104 18 98 18 98 14C99 6 98-4 94-10");
    });
    s.both(0.0, |s| s.line("M11 2C8 4 6 10 8 14C9 16 12 16 13 13"));
    s.thin("M26-6L38 14M38-8L44 2M-62-6L-50 14M-50-8L-44 2M98-13L100-6M-98-13L-100-6");
}

pub fn face_shield(s: &mut Sketch, _: &Dimensions) {
    s.mirrored(
        Ink::Dark,
        0.0,
        "M0-84C30-84 52-74 60-56L56-44C44-56 24-62 0-62",
    );
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-62C24-62 44-56 56-44L62-36C64-6 58 40 42 66C32 80 16 84 0 84",
    );
    s.both(0.0, |s| {
        s.circle(Ink::Dark, 62.0, -48.0, 9.0);
        s.circle(Ink::Line, 62.0, -48.0, 3.0);
        s.thin("M58-30C58-4 53 36 39 61C30 74 15 78 0 78");
    });
    s.thin("M-38-24L-24 12M-26-30L-16-4M-40 2L-34 18M20 20L32 46");
    s.thin("M-40-68C-28-76-14-79 0-79C14-79 28-76 40-68");
}

pub fn earmuff(s: &mut Sketch, _: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-84C44-84 72-52 72-8V4H62V-8C62-46 38-72 0-72",
    );
    s.mirrored(
        Ink::Dark,
        0.0,
        "M0-87C18-87 34-82 46-73L39-64C28-71 15-75 0-75",
    );
    s.both(0.0, |s| {
        s.body("M60-14C64-18 70-18 76-16C90-12 98 6 98 28S90 66 78 70C72 72 64 72 60 68C56 62 55 48 55 28S56-8 60-14z");
        s.dark("M57-10C48-12 42-6 40 4C38 20 38 36 40 52C42 62 48 68 57 64C55 54 55 2 57-10z");
        s.line("M67-8V20M62 0V18M72 0V18");
        s.thin("M64 20H74M82 2C88 12 88 44 82 54M48-4C45 16 45 40 48 58");
    });
}

pub fn earplug(s: &mut Sketch, _: &Dimensions) {
    // Flanged plugs on a cord.
    let plug = |s: &mut Sketch| {
        s.body("M0-58C8-58 13-50 13-42H-13C-13-50-8-58 0-58z");
        s.body("M-11-42H11C15-36 18-30 18-24H-18C-18-30-15-36-11-42z");
        s.body("M-15-24H15C20-17 23-10 23-3C8 2-8 2-23-3C-23-10-20-17-15-24z");
        s.body("M-6 0.500H6V34C6 38-6 38-6 34z");
        s.thin("M-4-52C-8-49-9-46-9-44M-10-36C-12-33-13-29-13-27M-15-16C-17-12-18-9-18-6M0 4V32");
    };
    s.within(&Affine::shift(-44.0, 0.0), plug);
    s.within(&Affine::shift(44.0, 0.0), plug);
    s.line("M-45 37C-46 66-30 74-14 66C4 56 0 42-12 46C-24 52-14 74 8 74C32 74 46 60 43 37M-41.500 37C-42 62-30 70-16 63C-2 56-2 49-11 50C-20 54-10 70 8 70.500C30 70 43 58 40 37");
}
