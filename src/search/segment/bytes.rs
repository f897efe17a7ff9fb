//! Numbers in bytes: written by the writer, read with every bound checked.

/// Little-endian groups of seven bits, the last one without the top bit.
pub fn put_varint(into: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        into.push(value as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

/// Reads a varint and moves `at` behind it. The bytes end: 0, and `at` stays at the end.
#[inline]
pub fn varint(bytes: &[u8], at: &mut usize) -> u32 {
    let Some(&first) = bytes.get(*at) else {
        return 0;
    };
    *at += 1;
    if first < 0x80 {
        return u32::from(first);
    }
    let mut value = u32::from(first & 0x7f);
    let mut shift = 7;
    while let Some(&byte) = bytes.get(*at) {
        *at += 1;
        value |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        if byte < 0x80 {
            break;
        }
        shift += 7;
        // Five groups hold every number: a longer one is damage, and ends here.
        if shift > 28 {
            break;
        }
    }
    value
}

/// Moves `at` behind so many varints, or to the end.
pub fn skip_varints(bytes: &[u8], at: usize, mut count: usize) -> usize {
    let mut at = at.min(bytes.len());
    while count >= 8 {
        let Some(chunk) = bytes.get(at..at + 8) else {
            break;
        };
        let word = u64::from_le_bytes(chunk.try_into().expect("eight bytes were taken"));
        // Each byte without the top bit ends a number.
        count -= (!word & 0x8080_8080_8080_8080).count_ones() as usize;
        at += 8;
    }
    while count > 0 && at < bytes.len() {
        count -= usize::from(bytes[at] < 0x80);
        at += 1;
    }
    // The last number may go on in the next chunk only when it has not ended in this one.
    at
}

/// The number of four bytes at `at`, 0 beyond the end.
#[inline]
pub fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk::<4>())
        .map_or(0, |four| u32::from_le_bytes(*four))
}

/// The number of eight bytes at `at`, 0 beyond the end.
pub fn u64_at(bytes: &[u8], at: usize) -> u64 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk::<8>())
        .map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// Numbers as planes: first the low bytes of all, then the second bytes and so on, `width` planes. The high planes are
/// nearly constant and cost nothing once compressed.
pub fn put_planes(into: &mut Vec<u8>, values: &[u32], width: usize) {
    for plane in 0..width {
        into.extend(values.iter().map(|value| (value >> (8 * plane)) as u8));
    }
}

/// One of `count` numbers in planes, 0 beyond the end.
#[inline]
pub fn plane_at(bytes: &[u8], count: usize, index: usize) -> u32 {
    if index >= count {
        return 0;
    }
    let mut value = 0;
    let mut at = index;
    let mut shift = 0;
    while let Some(&byte) = bytes.get(at)
        && shift < 32
    {
        value |= u32::from(byte) << shift;
        at += count;
        shift += 8;
    }
    value
}

/// How many planes numbers up to `greatest` need.
pub fn width_of(greatest: u32) -> usize {
    (32 - greatest.leading_zeros() as usize).div_ceil(8).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn varints_come_back_and_can_be_skipped() {
        let values: Vec<u32> = (0..33)
            .flat_map(|b| [(1u64 << b) as u32, ((1u64 << b) - 1) as u32])
            .collect();
        let mut bytes = Vec::new();
        let mut starts = Vec::new();
        for &value in &values {
            starts.push(bytes.len());
            put_varint(&mut bytes, value);
        }
        starts.push(bytes.len());
        let mut at = 0;
        for (i, &value) in values.iter().enumerate() {
            assert_eq!(at, starts[i]);
            assert_eq!(varint(&bytes, &mut at), value);
        }
        for from in 0..values.len() {
            for to in from..=values.len() {
                assert_eq!(skip_varints(&bytes, starts[from], to - from), starts[to]);
            }
        }
    }

    #[test]
    fn planes_come_back() {
        let values = [0, 1, 255, 256, 70_000, 9];
        let mut bytes = Vec::new();
        put_planes(&mut bytes, &values, width_of(70_000));
        assert_eq!(bytes.len(), 18);
        for (i, &value) in values.iter().enumerate() {
            assert_eq!(plane_at(&bytes, values.len(), i), value);
        }
        assert_eq!(plane_at(&bytes, values.len(), 6), 0);
        assert_eq!(plane_at(&[], values.len(), 2), 0);
    }
}
