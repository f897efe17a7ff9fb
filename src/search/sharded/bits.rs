//! Bits in bytes, for blocks that are fetched alone and so are not compressed on the way.

/// Writes bits, the lowest of a byte first.
#[derive(Debug, Default)]
pub struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    pub fn put(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> bit & 1) << (self.used % 8)) as u8;
            }
            self.used += 1;
        }
    }

    /// A number by Rice's code (Rice 1979): its upper bits counted out in ones, the lower `low` as they are.
    pub fn put_rice(&mut self, value: u32, low: u32) {
        for _ in 0..value >> low {
            self.put(1, 1);
        }
        self.put(0, 1);
        self.put(value, low);
    }

    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads what [`Bits`] wrote; `None` behind the end.
#[derive(Debug)]
pub struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Reader { bytes, at: 0 }
    }

    pub fn take(&mut self, count: u32) -> Option<u32> {
        let mut value = 0;
        for bit in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            value |= u32::from(byte >> (self.at % 8) & 1) << bit;
            self.at += 1;
        }
        Some(value)
    }

    pub fn take_rice(&mut self, low: u32) -> Option<u32> {
        let mut upper = 0u32;
        while self.take(1)? == 1 {
            upper += 1;
        }
        let lower = self.take(low)?;
        Some(upper.checked_shl(low)? | lower)
    }
}

/// How many lower bits make Rice's code shortest, nearly, for numbers of this sum and count.
pub fn best_low(sum: u64, count: usize) -> u32 {
    let mean = sum / count.max(1) as u64;
    // 0.69 of the mean is where a bit more or less makes no difference.
    (mean * 69 / 100).checked_ilog2().unwrap_or(0).min(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let values: Vec<u32> = (0..300).map(|i| i * i % 977).collect();
        for low in [0, 3, 9] {
            let mut bits = Bits::default();
            for value in &values {
                bits.put_rice(*value, low);
                bits.put(value % 16, 4);
            }
            let bytes = bits.finish();
            let mut reader = Reader::new(&bytes);
            for value in &values {
                assert_eq!(reader.take_rice(low), Some(*value));
                assert_eq!(reader.take(4), Some(value % 16));
            }
            assert_eq!(reader.take(8), None);
        }
    }
}
