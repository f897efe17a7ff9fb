use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::{
    entropy::Entropy,
    frame::{CHUNK, MOST, PADDING},
};

/// What everybody may read of a sealed document, and what its ciphertext is bound to: change a bit of it, or put the
/// ciphertext of another document behind it, and nothing opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    bytes: Vec<u8>,
    subject: Subject,
    nonce_prefix: [u8; 7],
    length: u64,
}

/// Whom and what a document is about. All of it is public to whoever stores the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The registered number of the company.
    pub company: String,
    /// The case that the document was given in.
    pub case: String,
    /// Which document it is, and which side: a code such as `passport` or `cn-id.back`.
    pub document: String,
    /// SHA-256 of what the person agreed to.
    pub consent: [u8; 32],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HeaderError {
    #[error("not the header of a sealed document")]
    Form,
    /// Of a version to come, or of a suite that is not known here.
    #[error("sealed in a version that is not known here")]
    Version,
    #[error("a name that is empty, over 64 bytes, or not printable ASCII")]
    Name,
    #[error("too long to be sealed in one piece")]
    Length,
}

const MAGIC: &[u8; 4] = b"HUBS";
const VERSION: u8 = 1;
/// AES-256-GCM in chunks, key wrapped by HPKE with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305.
const SUITE: u8 = 1;
const LONGEST_NAME: usize = 64;

impl Header {
    /// For content that has `length` bytes after padding.
    ///
    /// # Errors
    /// A name that cannot stand in a header, or a length that is not that of padded content.
    pub fn new(
        subject: Subject,
        length: u64,
        entropy: &mut (impl Entropy + ?Sized),
    ) -> Result<Self, HeaderError> {
        let mut nonce_prefix = [0; 7];
        entropy.fill(&mut nonce_prefix);
        Self::assemble(subject, nonce_prefix, length)
    }

    fn assemble(subject: Subject, nonce_prefix: [u8; 7], length: u64) -> Result<Self, HeaderError> {
        if length == 0 || MOST < length || !length.is_multiple_of(PADDING as u64) {
            return Err(HeaderError::Length);
        }
        let mut bytes = Vec::with_capacity(128);
        bytes.extend(MAGIC);
        bytes.extend([VERSION, SUITE]);
        bytes.extend(nonce_prefix);
        bytes.extend(
            u32::try_from(CHUNK)
                .map_err(|_| HeaderError::Length)?
                .to_be_bytes(),
        );
        bytes.extend(length.to_be_bytes());
        bytes.extend(subject.consent);
        for name in [&subject.company, &subject.case, &subject.document] {
            let is_name = (1..=LONGEST_NAME).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_graphic());
            let length = u8::try_from(name.len())
                .ok()
                .filter(|_| is_name)
                .ok_or(HeaderError::Name)?;
            bytes.push(length);
            bytes.extend(name.bytes());
        }
        Ok(Self {
            bytes,
            subject,
            nonce_prefix,
            length,
        })
    }

    /// # Errors
    /// Anything that [`Header::as_bytes`] does not give.
    pub fn parse(bytes: &[u8]) -> Result<Self, HeaderError> {
        let mut rest = bytes;
        let mut take = |count: usize| {
            let (part, after) = rest.split_at_checked(count).ok_or(HeaderError::Form)?;
            rest = after;
            Ok(part)
        };
        if take(4)? != MAGIC {
            return Err(HeaderError::Form);
        }
        if take(2)? != [VERSION, SUITE] {
            return Err(HeaderError::Version);
        }
        let nonce_prefix = take(7)?.try_into().map_err(|_| HeaderError::Form)?;
        let chunk = u32::from_be_bytes(take(4)?.try_into().map_err(|_| HeaderError::Form)?);
        if usize::try_from(chunk) != Ok(CHUNK) {
            return Err(HeaderError::Version);
        }
        let length = u64::from_be_bytes(take(8)?.try_into().map_err(|_| HeaderError::Form)?);
        let consent = take(32)?.try_into().map_err(|_| HeaderError::Form)?;
        let mut name = || {
            let length = usize::from(take(1)?[0]);
            String::from_utf8(take(length)?.to_vec()).map_err(|_| HeaderError::Name)
        };
        let subject = Subject {
            company: name()?,
            case: name()?,
            document: name()?,
            consent,
        };
        let header = Self::assemble(subject, nonce_prefix, length)?;
        // Written in one way only, so that nothing can be added unseen.
        if header.bytes != bytes {
            return Err(HeaderError::Form);
        }
        Ok(header)
    }

    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Bytes of content after padding.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// SHA-256 of the header: the associated data of every chunk.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    pub(crate) fn nonce_prefix(&self) -> [u8; 7] {
        self.nonce_prefix
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    pub fn subject() -> Subject {
        Subject {
            company: "209912345A".to_owned(),
            case: "01JD".to_owned(),
            document: "passport".to_owned(),
            consent: [3; 32],
        }
    }

    fn header() -> Header {
        Header::new(subject(), 65_536, &mut |bytes: &mut [u8]| bytes.fill(5)).unwrap()
    }

    #[test]
    fn a_header_is_read_as_it_was_written() {
        let header = header();
        assert_eq!(Header::parse(header.as_bytes()).as_ref(), Ok(&header));
        assert_eq!(header.subject(), &subject());
        let mut longer = header.as_bytes().to_vec();
        longer.push(0);
        assert_eq!(Header::parse(&longer), Err(HeaderError::Form));
        let mut later = header.as_bytes().to_vec();
        later[4] = 2;
        assert_eq!(Header::parse(&later), Err(HeaderError::Version));
        for end in 0..header.as_bytes().len() {
            assert!(Header::parse(&header.as_bytes()[..end]).is_err());
        }
    }

    #[test]
    fn names_and_lengths_are_bounded() {
        let new = |subject, length| {
            Header::new(subject, length, &mut |bytes: &mut [u8]| bytes.fill(5)).unwrap_err()
        };
        for name in ["", "a b", "公司", &"x".repeat(65)] {
            assert_eq!(
                new(
                    Subject {
                        case: name.to_owned(),
                        ..subject()
                    },
                    65_536
                ),
                HeaderError::Name
            );
        }
        for length in [0, 1, 65_537, MOST + PADDING as u64, u64::MAX] {
            assert_eq!(new(subject(), length), HeaderError::Length);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), keep in 0usize..130) {
            let _ = Header::parse(&bytes);
            let mut spliced = header().as_bytes().to_vec();
            spliced.truncate(keep);
            spliced.extend(bytes);
            if let Ok(parsed) = Header::parse(&spliced) {
                prop_assert_eq!(parsed.as_bytes(), spliced.as_slice());
            }
        }
    }
}
