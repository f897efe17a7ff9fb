//! Numbers that look like chance and are the same on every machine.

/// A stream of its own for every seed (SplitMix64).
pub struct Chance {
    state: u64,
}

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self {
            state: seed.wrapping_mul(0xD134_2543_DE82_EF95),
        };
        chance.next();
        chance
    }

    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.state;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// Evenly among `0..limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 16) as usize % limit.max(1)
    }

    /// Among `0..limit`, the number `n` about as often as 1 / (n + 1): the logarithm of the place is even.
    pub fn zipf(&mut self, limit: usize) -> usize {
        let even = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let place = (limit.max(1) as f64 + 1.0).powf(even) - 1.0;
        (place as usize).min(limit.max(1) - 1)
    }
}
