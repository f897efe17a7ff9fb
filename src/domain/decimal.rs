//! Plain decimals without floating point: ASCII digits with at most one point and nothing else.

/// The value times ten to the power of `places`, or nothing if the text is not a plain decimal, has more decimals than
/// `places`, or does not fit.
///
/// Signs, exponents, group separators, a bare point and needless leading zeros are refused: `007` and `.5` are more
/// often a slip than a price.
pub(crate) fn fixed(text: &str, places: u32) -> Option<u64> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let has_needless_zero = whole.len() > 1 && whole.starts_with('0');
    if !is_digits(whole) || has_needless_zero {
        return None;
    }
    let scale = 10u64.checked_pow(places)?;
    let mut value = whole.parse::<u64>().ok()?.checked_mul(scale)?;
    if let Some(fraction) = fraction {
        let length = u32::try_from(fraction.len()).ok()?;
        if !is_digits(fraction) || places < length {
            return None;
        }
        let part = fraction.parse::<u64>().ok()? * 10u64.pow(places - length);
        value = value.checked_add(part)?;
    }
    Some(value)
}

/// A whole number from 1 in plain digits.
pub(crate) fn count(text: &str) -> Option<u32> {
    let value = u32::try_from(fixed(text, 0)?).ok()?;
    (!text.contains('.') && 0 < value).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimals_are_read() {
        let check =
            |text: &str, expected: Option<u64>| assert_eq!(fixed(text, 4), expected, "{text:?}");
        check("0.4250", Some(4_250));
        check("0.42", Some(4_200));
        check("12", Some(120_000));
        check("0", Some(0));
        check("1844674407370955.1615", Some(u64::MAX));
        check("1844674407370955.1616", None);
        check("99999999999999999999999", None);
        for wrong in [
            "", ".", ".5", "5.", "-1", "+1", "1e3", "1,000", "1 000", "007", "0.42500", "１",
            "1.2.3", "NaN",
        ] {
            check(wrong, None);
        }
    }

    #[test]
    fn a_count_is_at_least_one() {
        let check =
            |text: &str, expected: Option<u32>| assert_eq!(count(text), expected, "{text:?}");
        check("1", Some(1));
        check("4294967295", Some(u32::MAX));
        check("4294967296", None);
        check("0", None);
        check("1.0", None);
        check("1.", None);
    }
}
