//! The web server that has the files.

use std::{collections::HashMap, time::Duration};

use search::sharded::{File, ROOT, Range};
use ureq::Agent;

use crate::trouble::Trouble;

/// Nobody waits longer for a few kilobytes.
const PATIENCE: Duration = Duration::from_secs(30);
/// A file has no more: places in it are told in four bytes.
const LONGEST: u64 = 1 << 32;
const PARTIAL: u16 = 206;

/// Asks for parts of the files and counts what comes.
pub struct Host {
    agent: Agent,
    /// With a slash at its end.
    address: String,
    /// Files that came whole, since the server does not answer ranges.
    whole: HashMap<File, Vec<u8>>,
    /// Bodies of all answers, bytes.
    pub fetched: u64,
    pub requests: u32,
}

impl Host {
    pub fn new(address: &str) -> Result<Self, Trouble> {
        if !address.starts_with("http://") {
            return Err(Trouble::new(
                format!("{address} cannot be asked: this command speaks plain HTTP"),
                "let --from begin with http://, of a server on this machine for example",
            ));
        }
        let settings = Agent::config_builder().timeout_global(Some(PATIENCE));
        Ok(Self {
            agent: settings.build().into(),
            address: format!("{}/", address.trim_end_matches('/')),
            whole: HashMap::new(),
            fetched: 0,
            requests: 0,
        })
    }

    pub fn root(&mut self) -> Result<Vec<u8>, Trouble> {
        Ok(self.get(ROOT, None)?.1)
    }

    /// These bytes, fewer where the file ends before: whoever reads them looks.
    pub fn range(&mut self, range: Range) -> Result<Vec<u8>, Trouble> {
        let from = range.from as usize;
        let cut = |whole: &[u8]| {
            let end = (from + range.len as usize).min(whole.len());
            whole.get(from..end).unwrap_or_default().to_vec()
        };
        if let Some(whole) = self.whole.get(&range.file) {
            return Ok(cut(whole));
        }
        let last = u64::from(range.from) + u64::from(range.len.max(1)) - 1;
        let wanted = format!("bytes={}-{last}", range.from);
        let (is_part, body) = self.get(range.file.name(), Some(&wanted))?;
        if is_part {
            return Ok(body);
        }
        let part = cut(&body);
        self.whole.insert(range.file, body);
        Ok(part)
    }

    /// Whether the server sent parts whenever it was asked for one.
    pub fn answers_ranges(&self) -> bool {
        self.whole.is_empty()
    }

    /// Whether only a part came, and the body.
    fn get(&mut self, name: &str, range: Option<&str>) -> Result<(bool, Vec<u8>), Trouble> {
        let address = format!("{}{name}", self.address);
        let trouble = |error: ureq::Error| {
            Trouble::new(
                format!("{address}: {error}"),
                "check that the server runs and that --from names the folder that `lay-out` wrote",
            )
        };
        // What is packed on the way could not be cut.
        let mut request = self
            .agent
            .get(&address)
            .header("accept-encoding", "identity");
        if let Some(range) = range {
            request = request.header("range", range);
        }
        let mut response = request.call().map_err(trouble)?;
        let is_part = response.status().as_u16() == PARTIAL;
        let body = response.body_mut().with_config().limit(LONGEST);
        let body = body.read_to_vec().map_err(trouble)?;
        self.requests += 1;
        self.fetched += body.len() as u64;
        Ok((is_part, body))
    }
}
