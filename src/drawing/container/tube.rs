//! Cartridges and squeeze tubes.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn cartridge(s: &mut Sketch, d: &Dimensions) {
    s.flipped(Ink::Body, 0.0, "M-100 0V-26H42Q48-26 48-20V-12H58V0");
    s.line("M-100-26V26M48-12V12");
    s.dark("M-100-24H-92V24H-100z");
    s.thin("M58-12V12M51-12V12M54.500-12V12M-86-18H42");
    s.flipped(Ink::Body, 0.0, "M58 0V-9H64L112-2.500V0");
    s.thin("M100-4V4");
    s.shade("M-72-26H26V26H-72z");
    s.line("M-72-26V26M26-26V26");
    s.thin("M-56-8H-4M-60 2H8M-56 12H-20");
    s.note(at(-20.0, 26.0), at(18.0, 24.0), super::content(d));
}

pub fn squeeze(s: &mut Sketch, d: &Dimensions) {
    s.body("M-36-84H36V-76C34-40 32 0 30 44L12 54H-12L-30 44C-32 0-34-40-36-76z");
    s.line("M-36-76H36M-30 44H30");
    s.thin("M-32-84V-76M-26-84V-76M-20-84V-76M-14-84V-76M-8-84V-76M-2-84V-76M4-84V-76M10-84V-76M16-84V-76M22-84V-76M28-84V-76");
    s.dark("M-16 54H16L14 80Q14 82 12 82H-12Q-14 82-14 80z");
    s.thin("M-10 57V79M-5 57V79M0 57V79M5 57V79M10 57V79");
    s.shade("M-34.500-52H34.500L32 22H-32z");
    s.line("M-34.500-52H34.500M-32 22H32");
    s.thin("M-18-30H18M-22-18H22M-12-6H12M29-68L28-58");
    s.note(at(33.0, 0.0), at(28.0, 18.0), super::content(d));
}
