//! Ten thousand ways of changing what was sealed, none of which opens; and what an upload that broke off sends again.

use sha2::{Digest, Sha256};

use crate::{
    Entropy, Header, OpenError, PrivateKey, Received, ReceivedError, Sealed, Subject, WrapError,
    Wrapped, frame::CHUNK, open, seal, sealed::open_chunks,
};

const TAMPERINGS: usize = 10_000;

/// Small, seeded, and the same everywhere: for tests only, anybody can guess it.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

impl Entropy for Dice {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill_with(|| u8::try_from(self.below(256)).unwrap());
    }
}

fn subject(case: &str) -> Subject {
    Subject {
        company: "209912345A".to_owned(),
        case: case.to_owned(),
        document: "passport".to_owned(),
        consent: [1; 32],
    }
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

/// A document of three chunks, two of them of one size.
fn sealed(case: &str, key: &PrivateKey, dice: &mut Dice) -> Sealed {
    seal(content(2 * CHUNK + 100), subject(case), &key.public(), dice).unwrap()
}

fn flip(bytes: &mut [u8], dice: &mut Dice) {
    let at = dice.below(bytes.len());
    bytes[at] ^= 1 << dice.below(8);
}

#[test]
fn what_was_sealed_opens_and_is_padded() {
    let mut dice = Dice(1);
    let key = PrivateKey::new(&mut dice);
    for length in [0, 1, 65_535, 65_536, CHUNK - 1, CHUNK, 3 * CHUNK + 5] {
        let sealed = seal(content(length), subject("a"), &key.public(), &mut dice).unwrap();
        assert_eq!(open(&sealed, &key).unwrap().as_slice(), content(length));
        let stored: usize = sealed.chunks.iter().map(Vec::len).sum();
        assert_eq!((stored - 16 * sealed.chunks.len()) % 65_536, 0);
        let again = Sealed {
            header: Header::parse(sealed.header.as_bytes()).unwrap(),
            wrapped: Wrapped::parse(&sealed.wrapped.to_bytes()).unwrap(),
            chunks: sealed.chunks.clone(),
        };
        assert_eq!(again, sealed);
    }
}

/// The bytes of version 1 as they were when it was fixed: whoever changes them makes a version 2.
#[test]
fn the_format_stays() {
    let mut dice = Dice(7);
    let key = PrivateKey::new(&mut dice);
    let sealed = sealed("golden", &key, &mut dice);
    let mut digest = Sha256::new();
    digest.update(sealed.header.as_bytes());
    digest.update(sealed.wrapped.to_bytes());
    sealed.chunks.iter().for_each(|chunk| digest.update(chunk));
    let hex: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        hex,
        "258a700340d12411908195e8e2209ef6436216ffd3d388460f69fae2ef1064f0"
    );
}

#[test]
fn ten_thousand_tamperings_are_all_refused() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let key = PrivateKey::new(&mut dice);
    let (ours, theirs) = (
        sealed("ours", &key, &mut dice),
        sealed("theirs", &key, &mut dice),
    );
    let data_key = ours.wrapped.unwrap(&ours.header, &key).unwrap();
    assert!(open(&ours, &key).is_ok() && open(&theirs, &key).is_ok());
    for round in 0..TAMPERINGS {
        let mut chunks = ours.chunks.clone();
        let one = dice.below(3);
        let other = (one + 1 + dice.below(2)) % 3;
        let kind = dice.below(12);
        let opened = match kind {
            // Header and wrapped key.
            0 => {
                let mut bytes = ours.header.as_bytes().to_vec();
                flip(&mut bytes, &mut dice);
                Header::parse(&bytes).is_ok_and(|header| ours.wrapped.unwrap(&header, &key).is_ok())
            }
            1 => {
                let mut bytes = ours.wrapped.to_bytes();
                flip(&mut bytes, &mut dice);
                Wrapped::parse(&bytes)
                    .is_ok_and(|wrapped| wrapped.unwrap(&ours.header, &key).is_ok())
            }
            2 => match dice.below(2) {
                0 => ours.wrapped.unwrap(&theirs.header, &key).is_ok(),
                _ => theirs.wrapped.unwrap(&ours.header, &key).is_ok(),
            },
            // Chunks, by somebody who cannot open them.
            _ => {
                match kind {
                    3..=5 => flip(&mut chunks[one], &mut dice),
                    6 => {
                        let end = dice.below(chunks[one].len());
                        chunks[one].truncate(end);
                    }
                    7 => drop(chunks.remove(one)),
                    8 => chunks.swap(one, other),
                    9 => chunks[one] = theirs.chunks[one].clone(),
                    10 => chunks[one] = chunks[other].clone(),
                    _ => {
                        let at = dice.below(chunks.len() + 1);
                        chunks.insert(at, theirs.chunks[one].clone());
                    }
                }
                open_chunks(&ours.header, &chunks, &data_key).is_ok()
            }
        };
        assert!(!opened, "round {round}, kind {kind}");
    }
}

#[test]
fn a_shorter_header_does_not_hide_a_truncation() {
    let mut dice = Dice(3);
    let key = PrivateKey::new(&mut dice);
    let ours = sealed("ours", &key, &mut dice);
    let data_key = ours.wrapped.unwrap(&ours.header, &key).unwrap();
    let mut bytes = ours.header.as_bytes().to_vec();
    bytes[17..25].copy_from_slice(&(2 * CHUNK as u64).to_be_bytes());
    let shorter = Header::parse(&bytes).unwrap();
    assert_eq!(ours.wrapped.unwrap(&shorter, &key), Err(WrapError::Closed));
    // Not even for somebody who has the data key.
    let opened = open_chunks(&shorter, &ours.chunks[..2], &data_key);
    assert_eq!(opened.unwrap_err(), OpenError::Chunk { index: 0 });
    let opened = open_chunks(&ours.header, &ours.chunks[..2], &data_key);
    assert_eq!(
        opened.unwrap_err(),
        OpenError::Count {
            expected: 3,
            found: 2
        }
    );
}

#[test]
fn only_its_recipient_opens_it_and_rotation_hands_it_on() {
    let mut dice = Dice(4);
    let (old, new) = (PrivateKey::new(&mut dice), PrivateKey::new(&mut dice));
    let mut document = sealed("a", &old, &mut dice);
    assert_eq!(
        open(&document, &new).unwrap_err(),
        OpenError::Key(WrapError::Recipient)
    );
    document.wrapped = document
        .wrapped
        .rewrap(&document.header, &old, &new.public(), &mut dice)
        .unwrap();
    assert!(open(&document, &new).is_ok());
    assert_eq!(
        open(&document, &old).unwrap_err(),
        OpenError::Key(WrapError::Recipient)
    );
    // Called the other's name: still nothing.
    document.wrapped.recipient = old.public().id();
    assert_eq!(
        open(&document, &old).unwrap_err(),
        OpenError::Key(WrapError::Closed)
    );
}

#[test]
fn without_its_wrapped_key_nothing_opens() {
    let mut dice = Dice(5);
    let key = PrivateKey::new(&mut dice);
    let (ours, theirs) = (
        sealed("ours", &key, &mut dice),
        sealed("theirs", &key, &mut dice),
    );
    let mut bytes = ours.wrapped.to_bytes();
    bytes[17..].fill(0);
    let Sealed { header, chunks, .. } = ours;
    for wrapped in [Wrapped::parse(&bytes).unwrap(), theirs.wrapped] {
        let shredded = Sealed {
            header: header.clone(),
            wrapped,
            chunks: chunks.clone(),
        };
        assert_eq!(
            open(&shredded, &key).unwrap_err(),
            OpenError::Key(WrapError::Closed)
        );
    }
}

#[test]
fn an_upload_that_breaks_off_sends_at_most_one_chunk_again() {
    let mut dice = Dice(6);
    let key = PrivateKey::new(&mut dice);
    let document = seal(
        content(6 * CHUNK + 1),
        subject("a"),
        &key.public(),
        &mut dice,
    )
    .unwrap();
    let header = &document.header;
    let sizes: Vec<usize> = document.chunks.iter().map(Vec::len).collect();
    let total: usize = sizes.iter().sum();
    for _ in 0..1_000 {
        let (mut received, mut sent) = (Received::new(header), 0);
        let mut cut = dice.below(total + 1);
        // The first try breaks off after `cut` bytes, the second goes through.
        for index in received.clone().missing() {
            let size = sizes[index as usize];
            let arrived = size.min(cut);
            sent += arrived;
            cut -= arrived;
            if received.add(header, index, arrived).is_err() {
                break;
            }
        }
        for index in received.clone().missing() {
            let size = sizes[index as usize];
            sent += size;
            assert_eq!(received.add(header, index, size), Ok(()));
        }
        assert_eq!(received.missing().count(), 0);
        assert!(sent <= total + CHUNK + 16, "{sent}");
    }
    let mut received = Received::new(header);
    assert_eq!(received.add(header, 7, 1), Err(ReceivedError::NoSuchChunk));
    let expected = CHUNK + 16;
    assert_eq!(
        received.add(header, 0, 1),
        Err(ReceivedError::Length { expected, found: 1 })
    );
}
