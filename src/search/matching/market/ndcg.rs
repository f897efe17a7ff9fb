//! How near an order comes to the best possible one.

/// Places that count.
pub const FIRST: usize = 10;

/// Discounted cumulative gain over the first places: Järvelin and Kekäläinen (2002), the gain as it is; the divisors are
/// log₂(place + 1).
#[must_use]
pub fn dcg(gains: impl Iterator<Item = f64>) -> f64 {
    const DIVISORS: [f64; FIRST] = [
        1.0,
        1.584_962_5,
        2.0,
        2.321_928_1,
        2.584_962_5,
        2.807_354_9,
        3.0,
        3.169_925,
        std::f64::consts::LOG2_10,
        3.459_431_6,
    ];
    gains
        .zip(DIVISORS)
        .map(|(gain, divisor)| gain / divisor)
        .sum()
}

/// The mean, and half of a 95 % interval around it.
#[must_use]
pub fn mean(figures: &[f64]) -> (f64, f64) {
    let count = figures.len().max(1) as f64;
    let mean = figures.iter().sum::<f64>() / count;
    let squares = figures
        .iter()
        .map(|figure| (figure - mean) * (figure - mean));
    let variance = squares.sum::<f64>() / count;
    (mean, 1.96 * (variance / count).sqrt())
}
