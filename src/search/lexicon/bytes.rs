//! Reading numbers out of bytes that may be anybody's: out of range is `None`, never a panic.

use std::ops::Range;

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

pub fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_le_bytes(eight.try_into().ok()?))
}

/// Takes `length` bytes off the front of `range`.
pub fn take(range: &mut Range<usize>, length: usize) -> Option<Range<usize>> {
    let end = range.start.checked_add(length)?;
    if range.end < end {
        return None;
    }
    let taken = range.start..end;
    range.start = end;
    Some(taken)
}

/// Tells damage from what was written; no defense against malice. Eight bytes a step, in four lanes that do not wait
/// for one another.
pub fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut lanes = [PRIME, !PRIME, PRIME.rotate_left(17), bytes.len() as u64];
    let mut chunks = bytes.chunks_exact(32);
    for chunk in &mut chunks {
        for (lane, word) in lanes.iter_mut().zip(chunk.chunks_exact(8)) {
            let word =
                u64::from_le_bytes(word.try_into().expect("chunks of eight are eight bytes"));
            *lane = (*lane ^ word).wrapping_mul(PRIME).rotate_left(29);
        }
    }
    for (index, byte) in chunks.remainder().iter().enumerate() {
        let lane = &mut lanes[index % 4];
        *lane = (*lane ^ u64::from(*byte))
            .wrapping_mul(PRIME)
            .rotate_left(29);
    }
    lanes.iter().fold(PRIME, |sum, lane| {
        (sum ^ lane ^ (lane >> 31))
            .wrapping_mul(PRIME)
            .rotate_left(31)
    })
}
