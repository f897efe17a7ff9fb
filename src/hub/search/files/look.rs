//! One search in the files on a server.

use search::{
    lexicon::Lexicon,
    sharded::{self, File, Hit, Root, Search, Step},
};

use super::host::Host;
use crate::trouble::Trouble;

/// What a search found and what it cost, the root apart.
#[derive(Debug, Default)]
pub struct Looked {
    pub hits: Vec<Hit>,
    /// Bytes of the dictionary, which a browser keeps between searches.
    pub dictionary: u64,
    /// All other bytes.
    pub others: u64,
    pub requests: u32,
    /// Times that it had to wait for bytes before it knew which others it needs.
    pub rounds: u32,
}

/// Asks for the words of the text; a term that has no answer costs a page of the dictionary.
pub fn look(
    host: &mut Host,
    root: &Root,
    words: &Lexicon,
    text: &str,
    limit: usize,
) -> Result<Looked, Trouble> {
    let terms = sharded::terms(text, Some(words));
    let mut search = Search::new(root, &terms, limit);
    let mut looked = Looked::default();
    let requests = host.requests;
    loop {
        match search.step().map_err(damaged)? {
            Step::Done(hits) => {
                looked.hits = hits;
                looked.requests = host.requests - requests;
                return Ok(looked);
            }
            Step::Need(ranges) => {
                looked.rounds += 1;
                for range in ranges {
                    let before = host.fetched;
                    let bytes = host.range(range)?;
                    let count = host.fetched - before;
                    match range.file {
                        File::Dictionary => looked.dictionary += count,
                        _ => looked.others += count,
                    }
                    search.feed(range, bytes).map_err(damaged)?;
                }
            }
        }
    }
}

pub fn damaged(error: sharded::ShardError) -> Trouble {
    Trouble::new(
        format!("the files cannot be read: {error}"),
        "lay them out again and put all five of the same run on the server",
    )
}
