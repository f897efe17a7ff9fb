use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::XWing, single_shot_open, single_shot_seal_with_rng,
};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{
    entropy::{Drawn, Entropy},
    header::Header,
    key::{DataKey, KeyId, PrivateKey, PublicKey},
};

/// A data key that only the holder of one private key can take out, and only for one header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// Which key it is wrapped for.
    pub recipient: KeyId,
    encapsulated: Vec<u8>,
    sealed: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WrapError {
    #[error("not a wrapped key")]
    Form,
    #[error("wrapped for another key")]
    Recipient,
    /// The wrapped key or the header was changed, or they do not belong together.
    #[error("nothing that this key opens")]
    Closed,
}

/// RFC 9180, `info`: keys wrapped for any other purpose do not open here.
const PURPOSE: &[u8] = b"asia-sme-hub envelope 1";
const VERSION: u8 = 1;
const ENCAPSULATED: usize = 1120;
/// A data key and the tag of ChaCha20-Poly1305.
const SEALED: usize = 32 + 16;

impl Wrapped {
    /// Bytes of a wrapped key.
    pub const SIZE: usize = 1 + 16 + ENCAPSULATED + SEALED;

    /// Wraps a data key for `recipient`, bound to this header.
    pub fn new(
        key: &DataKey,
        header: &Header,
        recipient: &PublicKey,
        entropy: &mut (impl Entropy + ?Sized),
    ) -> Self {
        let bound = bound_to(header, recipient.id());
        let (encapsulated, sealed) =
            single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeS::Base,
                &recipient.hpke(),
                PURPOSE,
                key.expose(),
                &bound,
                &mut Drawn(entropy),
            )
            .expect("a first message of 32 bytes to a valid key can always be sealed");
        Self {
            recipient: recipient.id(),
            encapsulated: encapsulated.to_bytes().to_vec(),
            sealed,
        }
    }

    /// Takes the data key out.
    ///
    /// # Errors
    /// Wrapped for another key, or changed, or for another header.
    pub fn unwrap(&self, header: &Header, key: &PrivateKey) -> Result<DataKey, WrapError> {
        let id = key.public().id();
        if id != self.recipient {
            return Err(WrapError::Recipient);
        }
        let encapsulated = <XWing as Kem>::EncappedKey::from_bytes(&self.encapsulated)
            .map_err(|_| WrapError::Form)?;
        let opened = single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &key.hpke(),
            &encapsulated,
            PURPOSE,
            &self.sealed,
            &bound_to(header, id),
        );
        let opened = opened.map(Zeroizing::new).map_err(|_| WrapError::Closed)?;
        DataKey::from_bytes(&opened).map_err(|_| WrapError::Form)
    }

    /// Rotation: the same data key for another reviewer's key; chunks and header stay as they are.
    ///
    /// # Errors
    /// As [`Wrapped::unwrap`].
    pub fn rewrap(
        &self,
        header: &Header,
        from: &PrivateKey,
        to: &PublicKey,
        entropy: &mut (impl Entropy + ?Sized),
    ) -> Result<Self, WrapError> {
        let key = self.unwrap(header, from)?;
        Ok(Self::new(&key, header, to, entropy))
    }

    /// [`Wrapped::SIZE`] bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [
            &[VERSION][..],
            &self.recipient.0,
            &self.encapsulated,
            &self.sealed,
        ]
        .concat()
    }

    /// # Errors
    /// Not as many bytes as a wrapped key has, or of another version.
    pub fn parse(bytes: &[u8]) -> Result<Self, WrapError> {
        let [VERSION, rest @ ..] = bytes else {
            return Err(WrapError::Form);
        };
        if bytes.len() != Self::SIZE {
            return Err(WrapError::Form);
        }
        let (id, rest) = rest.split_at(16);
        let (encapsulated, sealed) = rest.split_at(ENCAPSULATED);
        Ok(Self {
            recipient: KeyId(id.try_into().map_err(|_| WrapError::Form)?),
            encapsulated: encapsulated.to_vec(),
            sealed: sealed.to_vec(),
        })
    }
}

/// The key's name is bound here and not in the chunks, so that rotation need not touch them.
fn bound_to(header: &Header, recipient: KeyId) -> [u8; 48] {
    let mut bound = [0; 48];
    bound[..32].copy_from_slice(&header.digest());
    bound[32..].copy_from_slice(&recipient.0);
    bound
}
