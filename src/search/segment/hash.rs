//! The hash that guards a segment against damage: fast, not secret.

const ROUND: u64 = 0x9e37_79b9_7f4a_7c15;
const LAST: u64 = 0xd6e8_feb8_6659_fd93;

/// A hash over all bytes, four lanes wide so that the multiplications of one step do not wait for those of the last.
/// Every step can be undone, so that one changed word always changes the hash.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut lanes = [ROUND, !ROUND, LAST, !LAST];
    let (blocks, rest) = bytes.as_chunks::<32>();
    for block in blocks {
        let (words, _) = block.as_chunks::<8>();
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = (*lane ^ u64::from_le_bytes(*word))
                .wrapping_mul(ROUND)
                .rotate_left(29);
        }
    }
    let mut sum = bytes.len() as u64;
    for lane in lanes {
        sum = mix(sum ^ lane);
    }
    for part in rest.chunks(8) {
        let mut word = [0; 8];
        word[..part.len()].copy_from_slice(part);
        sum = mix(sum ^ u64::from_le_bytes(word));
    }
    sum
}

fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 32)).wrapping_mul(LAST);
    x = (x ^ (x >> 32)).wrapping_mul(LAST);
    x ^ (x >> 32)
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn every_changed_bit_changes_the_hash() {
        let bytes: Vec<u8> = (0..101u8).map(|b| b.wrapping_mul(37)).collect();
        let whole = hash(&bytes);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut other = bytes.clone();
                other[at] ^= 1 << bit;
                assert_ne!(hash(&other), whole, "byte {at}, bit {bit}");
            }
            assert_ne!(hash(&bytes[..at]), whole);
        }
    }
}
