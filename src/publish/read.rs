use std::collections::HashMap;

use api_types::catalogue::{FRONT_PATH, Front, Shard, Suppliers, decode};
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::{File, Parts};

/// Why files are not a published catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    #[error("the part {name} is missing")]
    Missing { name: String },
    #[error("the part {name} is not of this version of the hub")]
    Broken { name: String },
}

impl Parts {
    /// Reads the parts back from their files, for those who did not publish them.
    pub fn read(files: Vec<File>) -> Result<Self, ReadError> {
        let by_name: HashMap<&str, &[u8]> = files
            .iter()
            .map(|file| (file.name.as_str(), file.bytes.as_slice()))
            .collect();
        let name = FRONT_PATH.rsplit('/').next().unwrap_or(FRONT_PATH);
        let front: Front = part(&by_name, name)?;
        let suppliers: Suppliers = part(&by_name, &front.supplier_details)?;
        let mut products = Vec::new();
        for shard in &front.shards {
            let shard: Shard = part(&by_name, &shard.file)?;
            products.extend(shard.products);
        }
        Ok(Self {
            front,
            products,
            suppliers: suppliers.suppliers,
            files,
        })
    }
}

fn part<T: DeserializeOwned>(files: &HashMap<&str, &[u8]>, name: &str) -> Result<T, ReadError> {
    let bytes = files.get(name).ok_or_else(|| ReadError::Missing {
        name: name.to_owned(),
    })?;
    decode(bytes).map_err(|_| ReadError::Broken {
        name: name.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::parts;

    #[test]
    fn parts_are_read_back_as_they_were_published() {
        let read = Parts::read(parts().files.clone()).unwrap();
        assert!(&read == parts());
    }

    #[test]
    fn a_missing_and_a_broken_part_are_named() {
        let mut files = parts().files.clone();
        files.retain(|file| !file.name.starts_with("suppliers-"));
        let refused = Parts::read(files);
        assert!(
            matches!(refused, Err(ReadError::Missing { name }) if name.starts_with("suppliers-"))
        );
        let mut files = parts().files.clone();
        files[0].bytes.truncate(99);
        let name = "front.bin".to_owned();
        assert_eq!(Parts::read(files), Err(ReadError::Broken { name }));
    }
}
