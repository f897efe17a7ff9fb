//! Stage 4: brotli 11 and gzip 9 beside every text file and module, made once for each content.

use std::{
    collections::BTreeSet,
    fmt, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use super::stamp;
use crate::trouble::Trouble;

/// Kinds that shrink; pictures and fonts are compressed as they are.
const KINDS: [&str; 9] = [
    "css",
    "csv",
    "html",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
];
/// Below this, a response's headers outweigh what is saved.
const SMALLEST: u64 = 256;

/// What the files weigh, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weights {
    files: usize,
    plain: u64,
    gzip: u64,
    brotli: u64,
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} files, {} KB; gzip {} KB, brotli {} KB",
            self.files,
            self.plain / 1000,
            self.gzip / 1000,
            self.brotli / 1000
        )
    }
}

/// Writes `x.br` and `x.gz` beside each `x` of the site. `kept` remembers results by content.
pub fn compress(site: &Path, kept: &Path) -> Result<Weights, Trouble> {
    fs::create_dir_all(kept).map_err(|error| Trouble::file(kept, &error))?;
    let mut files = Vec::new();
    stamp::list(site, &mut files).map_err(|error| Trouble::file(site, &error))?;
    files.retain(|file| is_worth_it(file));
    let next = AtomicUsize::new(0);
    let weights = Mutex::new(Weights::default());
    let used = Mutex::new(BTreeSet::new());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let work = || -> Result<(), Trouble> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (weight, names) =
                compress_one(file, kept).map_err(|error| Trouble::file(file, &error))?;
            let mut weights = weights.lock().unwrap_or_else(PoisonError::into_inner);
            weights.files += 1;
            weights.plain += weight[0];
            weights.gzip += weight[1];
            weights.brotli += weight[2];
            used.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .extend(names);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(Trouble::new("compression stopped midway", "try again")))
        })
    })?;
    forget_unused(
        kept,
        &used.into_inner().unwrap_or_else(PoisonError::into_inner),
    );
    Ok(weights.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn is_worth_it(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str());
    kind.is_some_and(|kind| KINDS.contains(&kind))
        && fs::metadata(file).is_ok_and(|metadata| SMALLEST <= metadata.len())
}

/// Returns the three weights (plain, gzip, brotli) and the names of the kept results.
fn compress_one(file: &Path, kept: &Path) -> io::Result<([u64; 3], [PathBuf; 2])> {
    let bytes = fs::read(file)?;
    let name = format!("{:016x}-{}", stamp::hash_bytes(&bytes), bytes.len());
    let (gz, br) = (
        kept.join(format!("{name}.gz")),
        kept.join(format!("{name}.br")),
    );
    if !gz.exists() {
        write_whole(&gz, &gzip(&bytes)?)?;
    }
    if !br.exists() {
        write_whole(&br, &brotli(&bytes)?)?;
    }
    let weight = [
        bytes.len() as u64,
        fs::copy(&gz, beside(file, "gz"))?,
        fs::copy(&br, beside(file, "br"))?,
    ];
    Ok((weight, [gz, br]))
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// A file is there whole or not at all, even if we are stopped.
fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = file.with_extension(format!("part-{:?}", thread::current().id()));
    fs::write(&part, bytes)?;
    fs::rename(&part, file)
}

/// gzip, level 9.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// brotli, quality 11, window 22 as every browser takes it.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
    Ok(out)
}

/// Results for contents that are gone are of no use; failing to delete them does no harm.
fn forget_unused(kept: &Path, used: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(kept).into_iter().flatten().flatten() {
        if !used.contains(&entry.path()) {
            fs::remove_file(entry.path()).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn side_files_stand_beside_and_are_kept_by_content() {
        let root = std::env::temp_dir().join(format!("hub-compress-{}", std::process::id()));
        let (site, kept) = (root.join("site"), root.join("kept"));
        fs::create_dir_all(site.join("catalogue")).unwrap();
        let text = "bolt M8 x 40 ".repeat(200);
        fs::write(site.join("catalogue/list.json"), &text).unwrap();
        fs::write(site.join("photo.png"), &text).unwrap();
        let weights = compress(&site, &kept).unwrap();
        assert_eq!((weights.files, weights.plain), (1, text.len() as u64));
        assert!(site.join("catalogue/list.json.br").is_file());
        assert!(site.join("catalogue/list.json.gz").is_file());
        assert!(!site.join("photo.png.gz").exists());
        assert_eq!(fs::read_dir(&kept).unwrap().count(), 2);
        fs::write(site.join("catalogue/list.json"), text.replace('8', "6")).unwrap();
        compress(&site, &kept).unwrap();
        assert_eq!(
            fs::read_dir(&kept).unwrap().count(),
            2,
            "the old results are gone"
        );
        fs::remove_dir_all(&root).unwrap();
    }
}
