//! A private key as 24 words on paper: BIP 39, English list, whose checksum notices a wrong word in 255 cases of 256.

use bip39::{Error, Language, Mnemonic};
use zeroize::Zeroizing;

use crate::key::{KeyError, PrivateKey};

impl PrivateKey {
    /// 24 words parted by blanks, from which the key can be made again: whoever reads them can open everything.
    #[must_use]
    pub fn phrase(&self) -> Zeroizing<String> {
        let words = Mnemonic::from_entropy_in(Language::English, self.expose())
            .expect("32 bytes are 24 words");
        let mut phrase = Zeroizing::new(String::with_capacity(24 * 9));
        for word in words.words() {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
        }
        phrase
    }

    /// The key of a phrase; capitals and any blanks between words do not matter.
    ///
    /// # Errors
    /// Not 24 words of the list, or words that do not belong together.
    pub fn from_phrase(phrase: &str) -> Result<Self, KeyError> {
        let phrase = Zeroizing::new(phrase.to_ascii_lowercase());
        let words =
            Mnemonic::parse_in_normalized(Language::English, &phrase).map_err(
                |error| match error {
                    Error::InvalidChecksum => KeyError::Checksum,
                    _ => KeyError::Words,
                },
            )?;
        let (entropy, length) = words.to_entropy_array();
        let entropy = Zeroizing::new(entropy);
        // Shorter phrases are of other keys than ours.
        Self::from_bytes(&entropy[..length]).map_err(|_| KeyError::Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_from_its_phrase() {
        let key = PrivateKey::from_bytes(&[0; 32]).unwrap();
        let phrase = key.phrase();
        // A test vector of BIP 39.
        assert_eq!(*phrase, format!("{}art", "abandon ".repeat(23)));
        assert_eq!(PrivateKey::from_phrase(&phrase), Ok(key));
        for seed in 1..50 {
            let key = PrivateKey::from_bytes(&[seed; 32]).unwrap();
            let typed = format!("  {}\n", key.phrase().to_uppercase().replace(' ', "  "));
            assert_eq!(PrivateKey::from_phrase(&typed), Ok(key));
        }
    }

    #[test]
    fn slips_in_a_phrase_are_noticed() {
        let phrase = PrivateKey::from_bytes(&[9; 32]).unwrap().phrase();
        let mut words: Vec<&str> = phrase.split(' ').collect();
        assert_eq!(
            PrivateKey::from_phrase(&words[1..].join(" ")),
            Err(KeyError::Words)
        );
        assert!(PrivateKey::from_phrase(&words[..12].join(" ")).is_err());
        words[3] = "hub";
        assert_eq!(
            PrivateKey::from_phrase(&words.join(" ")),
            Err(KeyError::Checksum)
        );
        words[3] = "nosuchword";
        assert_eq!(
            PrivateKey::from_phrase(&words.join(" ")),
            Err(KeyError::Words)
        );
        assert_eq!(
            PrivateKey::from_phrase(&format!("{}about", "abandon ".repeat(11))),
            Err(KeyError::Words)
        );
        assert_eq!(PrivateKey::from_phrase(""), Err(KeyError::Words));
    }
}
