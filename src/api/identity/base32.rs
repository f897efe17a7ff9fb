//! Base32, RFC 4648, without padding: what people can type.

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let mut block = [0; 8];
        block[3..3 + chunk.len()].copy_from_slice(chunk);
        let value = u64::from_be_bytes(block);
        for letter in 0..(chunk.len() * 8).div_ceil(5) {
            let at = value >> (35 - 5 * letter) & 31;
            text.push(char::from(
                ALPHABET[usize::try_from(at).expect("five bits")],
            ));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, 10, without padding.
    #[test]
    fn the_standards_examples() {
        let check = |bytes: &[u8], text: &str| assert_eq!(encode(bytes), text);
        check(b"", "");
        check(b"f", "MY");
        check(b"fo", "MZXQ");
        check(b"foo", "MZXW6");
        check(b"foob", "MZXW6YQ");
        check(b"fooba", "MZXW6YTB");
        check(b"foobar", "MZXW6YTBOI");
    }
}
