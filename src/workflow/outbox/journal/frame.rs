//! Consistent-overhead byte stuffing (Cheshire and Baker, 1999): bytes without any zero, one in 254 longer at most.

/// Adds the stuffed bytes.
pub fn stuff(bytes: &[u8], out: &mut Vec<u8>) {
    let mut pieces = bytes.split(|byte| *byte == 0).peekable();
    while let Some(mut piece) = pieces.next() {
        // A run of 254 without a zero after it has the length byte 255.
        while let Some((run, rest)) = piece.split_at_checked(254) {
            if rest.is_empty() && pieces.peek().is_none() {
                break;
            }
            out.push(255);
            out.extend(run);
            piece = rest;
        }
        match u8::try_from(piece.len() + 1) {
            Ok(length) => out.push(length),
            Err(_) => unreachable!("longer runs were taken off"),
        }
        out.extend(piece);
    }
}

/// The way back; None where these cannot be stuffed bytes.
pub fn unstuff(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&length, after)) = rest.split_first() {
        let (run, after) = after.split_at_checked(usize::from(length).checked_sub(1)?)?;
        out.extend(run);
        if length < 255 && !after.is_empty() {
            out.push(0);
        }
        rest = after;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(bytes: &[u8]) {
        let mut stuffed = Vec::new();
        stuff(bytes, &mut stuffed);
        assert!(!stuffed.contains(&0), "{bytes:?}");
        assert!(stuffed.len() <= bytes.len() + bytes.len() / 254 + 1);
        assert_eq!(unstuff(&stuffed).as_deref(), Some(bytes));
    }

    #[test]
    fn runs_of_every_length_come_back() {
        for length in (0..600).step_by(1) {
            check(&vec![7; length]);
            check(&[&vec![7; length][..], &[0]].concat());
            check(&[&[0, 0], &vec![7; length][..]].concat());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]
        #[test]
        fn any_bytes_come_back(bytes in prop::collection::vec(prop_oneof![Just(0u8), any::<u8>()], 0..600)) {
            check(&bytes);
        }

        #[test]
        fn any_bytes_are_unstuffed_or_refused(bytes: Vec<u8>) {
            let _ = unstuff(&bytes);
        }
    }
}
