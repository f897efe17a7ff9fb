use std::fmt;

use hpke::{Deserializable, Kem, Serializable, kem::XWing};
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

use crate::entropy::Entropy;

/// The key that one document is sealed with: AES-256. Wiped when dropped, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey(Zeroizing<[u8; 32]>);

/// The reviewer's secret: an X-Wing decapsulation key (X25519 with ML-KEM-768), as the 32 bytes it grows from.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey(Zeroizing<[u8; 32]>);

/// What documents are sealed to: an X-Wing encapsulation key of 1,216 bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey {
    bytes: Vec<u8>,
    id: KeyId,
}

/// What a public key is called: the first half of its SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 16]);

/// Bytes that are no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    #[error("not as many bytes as a key has, or not of a form that a key can have")]
    Form,
    #[error("not 24 words of the list")]
    Words,
    #[error("the words do not belong together: one is wrong, missing or in the wrong place")]
    Checksum,
}

impl DataKey {
    pub fn new(entropy: &mut (impl Entropy + ?Sized)) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        entropy.fill(&mut *bytes);
        Self(bytes)
    }

    /// # Errors
    /// Not 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        array(bytes).map(Self)
    }

    /// For the browser's own AES; never to be kept or sent.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PrivateKey {
    /// A new one: 32 random bytes.
    pub fn new(entropy: &mut (impl Entropy + ?Sized)) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        entropy.fill(&mut *bytes);
        Self(bytes)
    }

    /// # Errors
    /// Not 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        array(bytes).map(Self)
    }

    /// To be kept by its owner: on paper as a [phrase](Self::phrase), or encrypted under a password.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    #[must_use]
    pub fn public(&self) -> PublicKey {
        let key = XWing::sk_to_pk(&self.hpke());
        PublicKey::of(key.to_bytes().to_vec())
    }

    pub(crate) fn hpke(&self) -> <XWing as Kem>::PrivateKey {
        Deserializable::from_bytes(&*self.0).expect("any 32 bytes are an X-Wing key")
    }
}

impl PublicKey {
    fn of(bytes: Vec<u8>) -> Self {
        let digest = Sha256::digest(&bytes);
        let mut id = [0; 16];
        id.copy_from_slice(&digest[..16]);
        Self {
            bytes,
            id: KeyId(id),
        }
    }

    /// # Errors
    /// Not 1,216 bytes, or bytes that ML-KEM does not allow (FIPS 203, 7.2: every number below the modulus).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        <XWing as Kem>::PublicKey::from_bytes(bytes).map_err(|_| KeyError::Form)?;
        Ok(Self::of(bytes.to_vec()))
    }

    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    pub(crate) fn hpke(&self) -> <XWing as Kem>::PublicKey {
        Deserializable::from_bytes(&self.bytes).expect("they were a key when they were taken in")
    }
}

fn array(bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, KeyError> {
    let mut array: [u8; 32] = bytes.try_into().map_err(|_| KeyError::Form)?;
    let kept = Zeroizing::new(array);
    array.zeroize();
    Ok(kept)
}

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("DataKey(redacted)")
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PrivateKey(redacted)")
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PublicKey({})", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_kept_and_told_apart() {
        let mut counter = 0;
        let mut entropy = |bytes: &mut [u8]| {
            counter += 1;
            bytes.fill(counter);
        };
        let (one, two) = (PrivateKey::new(&mut entropy), PrivateKey::new(&mut entropy));
        assert_ne!(one.public().id(), two.public().id());
        assert_eq!(PrivateKey::from_bytes(one.expose()).as_ref(), Ok(&one));
        let public = one.public();
        assert_eq!(
            (public.as_bytes().len(), public.id().to_string().len()),
            (1216, 32)
        );
        assert_eq!(
            PublicKey::from_bytes(public.as_bytes()).as_ref(),
            Ok(&public)
        );
        assert_eq!(PrivateKey::from_bytes(&[0; 31]), Err(KeyError::Form));
        assert_eq!(DataKey::from_bytes(&[0; 33]), Err(KeyError::Form));
        assert_eq!(
            PublicKey::from_bytes(&public.as_bytes()[1..]),
            Err(KeyError::Form)
        );
        assert_eq!(PublicKey::from_bytes(&[0xff; 1216]), Err(KeyError::Form));
    }

    #[test]
    fn secrets_are_never_printed() {
        let key = PrivateKey::from_bytes(&[7; 32]).unwrap();
        let data = DataKey::from_bytes(&[7; 32]).unwrap();
        assert_eq!(
            format!("{key:?} {data:?}"),
            "PrivateKey(redacted) DataKey(redacted)"
        );
    }
}
