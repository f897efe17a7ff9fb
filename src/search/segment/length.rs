//! Lengths of fields in one byte.

/// Up to 15 as it is, above that in steps of an eighth: as exact as ranking can tell.
pub fn pack(length: u32) -> u8 {
    if length < 16 {
        return length as u8;
    }
    let exponent = 31 - length.leading_zeros();
    let eighths = length >> (exponent - 3) & 7;
    (16 + 8 * (exponent - 4) + eighths).min(255) as u8
}

/// The middle of all lengths that pack to this byte.
pub fn unpack(byte: u8) -> u32 {
    if byte < 16 {
        return u32::from(byte);
    }
    let exponent = 4 + u32::from(byte - 16) / 8;
    let step = 1u64 << (exponent - 3);
    let low = (8 + u64::from(byte & 7)) * step;
    u32::try_from(low + (step - 1) / 2).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn a_length_keeps_its_size_within_a_sixteenth() {
        let mut last = 0;
        for length in (0..100_000).chain([u32::MAX / 2, u32::MAX]) {
            let back = unpack(pack(length));
            assert!(
                f64::from(back.abs_diff(length)) <= f64::from(length) / 16.0,
                "{length} -> {back}"
            );
            assert!(back >= last, "order is kept");
            last = back;
        }
    }

    #[test]
    fn every_byte_reads() {
        for byte in 0..=255 {
            unpack(byte);
        }
    }
}
