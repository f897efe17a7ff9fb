use market::Moment;

use crate::problem::Error;

/// Bytes that nobody can guess, from the system.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::Chance)?;
    Ok(bytes)
}

/// An id for something that the server makes itself.
pub(crate) fn id(now: Moment) -> Result<domain::Id, Error> {
    Ok(domain::Id::new(now.0, bytes()?))
}
