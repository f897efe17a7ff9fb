use std::{
    io::Write,
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};

use super::Coding;

/// A part is written once and read for weeks, but a publication is waited for: 10 and 11 take ten times as long as 9
/// for the last twentieth of the bytes.
const BROTLI_QUALITY: i32 = 9;

/// Every coding that a part is worth keeping in; the first is the part itself.
pub(super) type Bodies = Vec<(Coding, Bytes)>;

/// Compresses all parts, on all cores, in the order given. Blocks.
pub(super) fn all(parts: &[Bytes]) -> Vec<Bodies> {
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut bodies = vec![Bodies::new(); parts.len()];
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(parts.len()))
            .map(|_| {
                scope.spawn(|| {
                    let mut done = Vec::new();
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        match parts.get(at) {
                            Some(part) => done.push((at, one(part))),
                            None => return done,
                        }
                    }
                })
            })
            .collect();
        for worker in workers {
            for (at, part) in worker.join().expect("compression does not panic") {
                bodies[at] = part;
            }
        }
    });
    bodies
}

fn one(part: &Bytes) -> Bodies {
    let mut bodies = vec![(Coding::Identity, part.clone())];
    let coded = [(Coding::Gzip, gzip(part)), (Coding::Brotli, brotli(part))];
    for (coding, bytes) in coded {
        let smallest = bodies.last().map_or(usize::MAX, |(_, bytes)| bytes.len());
        if bytes.len() < smallest {
            bodies.push((coding, bytes.into()));
        }
    }
    bodies
}

fn gzip(part: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(part)
        .and_then(|()| encoder.finish())
        .expect("writing to memory cannot fail")
}

fn brotli(part: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: part.len(),
        ..Default::default()
    };
    let mut coded = Vec::new();
    brotli::BrotliCompress(&mut &*part, &mut coded, &parameters)
        .expect("writing to memory cannot fail");
    coded
}
