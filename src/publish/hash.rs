use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits that stand for the bytes in a file's name: the first 64 bits of their SHA-256.
/// A site has some hundreds of files: that two of them meet is out of the question, and nobody but us writes them.
#[must_use]
pub fn name_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The whole SHA-256, as W3C Subresource Integrity writes it: `sha256-…`.
#[must_use]
pub fn sha256_base64(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_fips_180_4() {
        assert_eq!(name_hash(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(
            sha256_base64(b""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
