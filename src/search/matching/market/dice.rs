/// Chance from a seed: the same seed gives the same market on every machine.
///
/// SplitMix64, after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// 0 to below 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what a float holds")]
    pub fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn chance(&mut self, of_hundred: u64) -> bool {
        self.below(100) < of_hundred
    }

    /// 0 to below `end`, which is above zero.
    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end.max(1)
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Mostly near `low`, seldom near `high`: quantities and order counts are so.
    pub fn skewed(&mut self, low: f64, high: f64) -> f64 {
        let unit = self.unit();
        low + (high - low) * unit * unit * unit
    }

    /// Around 1, by up to `by` and mostly much less: the sum of three.
    pub fn around_one(&mut self, by: f64) -> f64 {
        let sum = self.unit() + self.unit() + self.unit();
        1.0 + by * (sum / 1.5 - 1.0)
    }

    /// One of them; the first of none is a mistake of the caller.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        let end = of.len() as u64;
        of[self.below(end) as usize]
    }
}
