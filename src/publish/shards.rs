use std::collections::BTreeMap;
use std::io::Write;

use api_types::catalogue::{Detail, Shard, encode};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::goods::{Goods, wire};
use crate::memo::{Key, Memo};

/// What a shard weighs at most with `gzip -9`, in bytes: a product page may cost 10 KB beyond home, and the rest is for
/// headers and a category that describes its products at length.
pub const MOST_BYTES: usize = 9_000;

/// Cuts the products, which are in the order of their ids, into runs that travel together. A family (neighbours of one
/// category, so a supplier's bolts of one standard) stays in one shard where it fits: who looks at one size looks at the
/// next, and its texts compress to a fraction.
pub fn shards(goods: &Goods, details: &[Detail], memo: &mut Memo) -> Vec<Shard> {
    let mut runs: Vec<&[Detail]> = Vec::new();
    let mut start = 0;
    let mut end = 0;
    // At least what start..end weighs: two runs together are never heavier than apart, so most need no weighing.
    let mut weight = 0;
    for family in details.chunk_by(|a, b| a.category == b.category && a.supplier == b.supplier) {
        let alone = weigh(goods, family, memo);
        let with = end + family.len();
        weight += alone;
        if MOST_BYTES < weight {
            weight = weigh(goods, &details[start..with], memo);
        }
        if MOST_BYTES < weight && start < end {
            runs.push(&details[start..end]);
            start = end;
            weight = alone;
        }
        if MOST_BYTES < alone {
            runs.extend(cut(goods, family, alone.div_ceil(MOST_BYTES), memo));
            start = with;
            weight = 0;
        }
        end = with;
    }
    if start < end {
        runs.push(&details[start..end]);
    }
    runs.into_iter().map(|run| shard(goods, run)).collect()
}

/// A family that is too large for one shard, in as few equal pieces as fit, but at least so many.
fn cut<'a>(
    goods: &Goods,
    family: &'a [Detail],
    mut pieces: usize,
    memo: &mut Memo,
) -> Vec<&'a [Detail]> {
    loop {
        let size = family.len().div_ceil(pieces);
        let cut: Vec<&[Detail]> = family.chunks(size).collect();
        let mut all = cut.iter();
        if size == 1 || all.all(|piece| weigh(goods, piece, memo) <= MOST_BYTES) {
            return cut;
        }
        pieces += 1;
    }
}

/// Compressing is most of the work of a publication, and most runs weigh what they weighed the last time.
fn weigh(goods: &Goods, run: &[Detail], memo: &mut Memo) -> usize {
    let bytes = encode(&shard(goods, run));
    let weight = memo.take(Key::new("weight").text(&bytes), || {
        (gzip_size(&bytes) as u64).to_le_bytes().to_vec()
    });
    let weight = weight.try_into().map(u64::from_le_bytes);
    usize::try_from(weight.expect("eight bytes were remembered")).unwrap_or(usize::MAX)
}

fn shard(goods: &Goods, run: &[Detail]) -> Shard {
    let mut labels = BTreeMap::new();
    for attribute in run.iter().flat_map(|detail| &detail.attributes) {
        if let Some(entry) = goods.dictionary.attribute(&attribute.key) {
            labels.entry(attribute.key.clone()).or_insert_with(|| {
                (
                    wire(&entry.name),
                    entry.unit.map(|unit| unit.code().to_owned()),
                )
            });
        }
    }
    Shard {
        labels,
        products: run.to_vec(),
    }
}

/// Bytes with `gzip -9`.
pub fn gzip_size(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("memory takes any bytes").len()
}
