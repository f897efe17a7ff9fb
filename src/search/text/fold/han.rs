//! Traditional to Simplified, character by character.

use std::sync::OnceLock;

/// Format and licence: `data/README.md`.
static PAIRS: &[u8] = include_bytes!("../data/simplified.bin");

const FIRST: u32 = 0x2E80;
const LAST: u32 = 0xFAFF;

/// What each character from [`FIRST`] on becomes, 0 where it stays; unpacked on first use, in microseconds.
static TABLE: OnceLock<Vec<u16>> = OnceLock::new();

/// The Simplified form of a character, the character itself where it has none other.
pub fn simplify(c: char) -> char {
    let code = c as u32;
    if !(FIRST..=LAST).contains(&code) {
        return c;
    }
    let table = TABLE.get_or_init(unpack);
    match table.get((code - FIRST) as usize) {
        Some(&to) if to != 0 => char::from_u32(u32::from(to)).unwrap_or(c),
        _ => c,
    }
}

fn unpack() -> Vec<u16> {
    let mut table = vec![0; (LAST - FIRST + 1) as usize];
    let [low, high, columns @ ..] = PAIRS else {
        return table;
    };
    let count = usize::from(u16::from_le_bytes([*low, *high]));
    let mut bytes = columns.iter();
    let mut from = 0;
    let mut keys = Vec::with_capacity(count);
    for _ in 0..count {
        let mut step = 0;
        for (place, &byte) in bytes.by_ref().enumerate() {
            step |= u32::from(byte & 127) << (7 * place);
            if byte < 128 {
                break;
            }
        }
        from += step;
        keys.push(from);
    }
    let (high, low) = bytes.as_slice().split_at(count);
    for (key, (&high, &low)) in keys.into_iter().zip(high.iter().zip(low)) {
        table[(key - FIRST) as usize] = u16::from_be_bytes([high, low]);
    }
    table
}
