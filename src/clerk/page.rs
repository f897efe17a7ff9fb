//! Sizes of the pages of lists.

/// Items, unless fewer are asked for.
const USUAL: u32 = 50;
/// Items at most.
const LARGEST: u32 = 200;
/// Drafts at most: each may be large.
pub const MOST_DRAFTS: u32 = 50;

/// How many items a page has when so many are asked for; `None` where nobody may ask for so many.
#[must_use]
pub fn most(limit: Option<u32>) -> Option<u32> {
    let limit = limit.unwrap_or(USUAL);
    (1..=LARGEST).contains(&limit).then_some(limit)
}
