//! A short mark of many files' state, to see whether anything changed without reading them.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use crate::trouble::Trouble;

/// A hash of the paths, sizes and times of change of a set of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    /// The stamp of these files and of all files in these folders; what does not exist counts as absent.
    pub fn of(root: &Path, inputs: &[PathBuf]) -> Result<Self, Trouble> {
        let mut files = Vec::new();
        for input in inputs {
            list(input, &mut files).map_err(|error| Trouble::file(input, &error))?;
        }
        files.sort();
        files.dedup();
        let mut hash = Fnv::new();
        for file in &files {
            let metadata = fs::metadata(file).map_err(|error| Trouble::file(file, &error))?;
            let name = file.strip_prefix(root).unwrap_or(file);
            hash.add(name.as_os_str().as_encoded_bytes());
            hash.add(&metadata.len().to_le_bytes());
            let changed = metadata
                .modified()
                .ok()
                .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
                .map_or(0, |time| time.as_nanos());
            hash.add(&changed.to_le_bytes());
        }
        Ok(Self(hash.0))
    }

    /// A stamp written before; `None` when there is none or it cannot be read.
    pub fn read(file: &Path) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        u64::from_str_radix(text.trim(), 16).ok().map(Self)
    }

    /// Keeps the stamp. A file that says so already is left untouched, so that it can be an input itself.
    pub fn write(self, file: &Path) -> io::Result<()> {
        fs::write(file, format!("{:016x}\n", self.0))
    }
}

/// All files in a folder and below it, or the file itself.
pub fn list(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            list(&entry?.path(), files)?;
        }
    }
    Ok(())
}

/// A name for content: equal bytes, equal hash. Not for bytes that an adversary chose.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hash = Fnv::new();
    hash.add(bytes);
    hash.0
}

/// FNV-1a, 64 bits: the same on every machine and in every version of Rust, unlike the standard library's hasher.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        // The length keeps `ab`+`c` apart from `a`+`bc`.
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamp_tells_changed_files_from_unchanged_ones() {
        let root = std::env::temp_dir().join(format!("hub-stamp-{}", std::process::id()));
        fs::create_dir_all(root.join("a/b")).unwrap();
        fs::write(root.join("a/b/one"), "1").unwrap();
        let inputs = [root.join("a"), root.join("absent")];
        let first = Stamp::of(&root, &inputs).unwrap();
        assert_eq!(first, Stamp::of(&root, &inputs).unwrap());
        fs::write(root.join("a/b/one"), "12").unwrap();
        let longer = Stamp::of(&root, &inputs).unwrap();
        assert_ne!(first, longer);
        fs::write(root.join("a/two"), "").unwrap();
        assert_ne!(longer, Stamp::of(&root, &inputs).unwrap());
        longer.write(&root.join("stamp")).unwrap();
        assert_eq!(Stamp::read(&root.join("stamp")), Some(longer));
        fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn hash_is_the_same_on_every_machine() {
        assert_eq!(hash_bytes(b"hub"), hash_bytes(b"hub"));
        assert_ne!(hash_bytes(b"hub"), hash_bytes(b"hup"));
    }
}
