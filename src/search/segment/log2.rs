//! Logarithms that are the same on every machine.

/// Log2 of a positive number to four digits, by `+ - *` alone: a library's logarithm differs from the next one's in the
/// last bit, and then two machines would write different bytes for the same documents.
pub fn log2(x: f32) -> f32 {
    let bits = x.max(f32::MIN_POSITIVE).to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    // 1.0 to 2.0: log2 by its series in (m - 1) / (m + 1), of which four terms are enough here.
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    let y = (mantissa - 1.0) / (mantissa + 1.0);
    let y2 = y * y;
    let series = y * (1.0 + y2 * (1.0 / 3.0 + y2 * (0.2 + y2 * (1.0 / 7.0))));
    exponent as f32 + series * (2.0 * std::f32::consts::LOG2_E)
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn logarithms_are_right_to_four_digits() {
        for i in 1..100_000u32 {
            let x = i as f32 / 7.0;
            assert!((log2(x) - x.log2()).abs() < 2e-4, "{x}");
        }
    }
}
