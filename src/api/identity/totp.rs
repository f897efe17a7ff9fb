//! One-time codes by time: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds, as every authenticator has it.

use hmac::{Hmac, KeyInit, Mac};
use market::Moment;
use sha1::Sha1;

/// Bytes of a shared secret: as long as the hash (RFC 4226, 4).
pub(crate) const SECRET: usize = 20;
const STEP: u64 = 30_000;

/// The time step that a code is right for: the present one, or its neighbors, since clocks differ.
pub(crate) fn step_of(secret: &[u8], code: &str, now: Moment) -> Option<u64> {
    let present = now.0 / STEP;
    [present, present.saturating_sub(1), present + 1]
        .into_iter()
        .find(|step| {
            is_same(
                code.as_bytes(),
                format!("{:06}", at(secret, *step)).as_bytes(),
            )
        })
}

/// Without telling by its time how much of it was right.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let differences = one
        .iter()
        .zip(other)
        .fold(0, |sum, (one, other)| sum | (one ^ other));
    one.len() == other.len() && differences == 0
}

fn at(secret: &[u8], step: u64) -> u32 {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("a key of any length");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 15);
    let bytes = [
        hash[offset] & 0x7f,
        hash[offset + 1],
        hash[offset + 2],
        hash[offset + 3],
    ];
    u32::from_be_bytes(bytes) % 1_000_000
}

#[cfg(test)]
pub(crate) fn code(secret: &[u8], now: Moment) -> String {
    format!("{:06}", at(secret, now.0 / STEP))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the last six of its eight digits.
    #[test]
    fn the_standards_examples() {
        let secret = b"12345678901234567890";
        let check = |seconds: u64, digits: &str| {
            let now = Moment(seconds * 1000);
            assert_eq!(code(secret, now), digits);
            assert_eq!(step_of(secret, digits, now), Some(seconds / 30));
        };
        check(59, "287082");
        check(1_111_111_109, "081804");
        check(1_234_567_890, "005924");
        check(20_000_000_000, "353130");
    }

    #[test]
    fn a_neighboring_step_will_do_and_no_other() {
        let secret = b"12345678901234567890";
        let code = code(secret, Moment(600_000));
        let check = |now, expected| assert_eq!(step_of(secret, &code, Moment(now)), expected);
        check(569_999, None);
        check(570_000, Some(20));
        check(659_999, Some(20));
        check(660_000, None);
        assert_eq!(step_of(secret, "", Moment(600_000)), None);
        assert_eq!(step_of(secret, &code[..5], Moment(600_000)), None);
    }
}
