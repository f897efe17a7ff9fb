use super::Unfit;

/// Which bytes are looked at next: a few at a time, whatever pieces they come in.
#[derive(Debug)]
pub(super) struct Walk {
    /// Bytes to pass over before.
    skip: u64,
    /// Bytes that are looked at together; at the end of the file none.
    want: usize,
    have: Vec<u8>,
}

/// Where to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Next {
    /// Bytes of the present part that are looked at again.
    back: usize,
    skip: u64,
    want: usize,
}

impl Next {
    /// So many bytes.
    pub(super) fn part(want: usize) -> Self {
        Self::after(0, want)
    }

    /// So many bytes, behind others.
    pub(super) fn after(skip: u64, want: usize) -> Self {
        Self {
            back: usize::MAX,
            skip,
            want,
        }
    }

    /// So many bytes, of which some are in the present part: from this place of it on.
    pub(super) fn again(from: usize, want: usize) -> Self {
        Self {
            back: from,
            skip: 0,
            want,
        }
    }

    /// Whatever follows is passed over.
    pub(super) fn rest() -> Self {
        Self::after(u64::MAX, 1)
    }

    /// Nothing may follow.
    pub(super) fn end() -> Self {
        Self::part(0)
    }
}

impl Walk {
    pub(super) fn new(want: usize) -> Self {
        Self {
            skip: 0,
            want,
            have: Vec::new(),
        }
    }

    /// Gives `step` each part as soon as it is whole.
    pub(super) fn feed(
        &mut self,
        mut bytes: &[u8],
        mut step: impl FnMut(&[u8]) -> Result<Next, Unfit>,
    ) -> Result<(), Unfit> {
        loop {
            if self.want != 0 && self.want <= self.have.len() {
                let (part, rest) = self.have.split_at(self.want);
                let next = step(part)?;
                let mut left = part.get(next.back..).unwrap_or_default().to_vec();
                left.extend_from_slice(rest);
                // What is had already is passed over first.
                let over = usize::try_from(next.skip).unwrap_or(usize::MAX);
                let over = over.min(left.len());
                left.drain(..over);
                (self.skip, self.want, self.have) = (next.skip - over as u64, next.want, left);
                continue;
            }
            if self.want == 0 && !self.have.is_empty() {
                return Err(Unfit::Metadata);
            }
            let over = usize::try_from(self.skip).unwrap_or(usize::MAX);
            let over = over.min(bytes.len());
            (self.skip, bytes) = (self.skip - over as u64, &bytes[over..]);
            if bytes.is_empty() {
                return Ok(());
            }
            if self.want == 0 {
                // What stands behind the picture is none.
                return Err(Unfit::Metadata);
            }
            let now = bytes.len().min(self.want - self.have.len());
            self.have.extend_from_slice(&bytes[..now]);
            bytes = &bytes[now..];
        }
    }

    /// Whether the last byte has passed.
    pub(super) fn is_at_end(&self) -> bool {
        self.skip == 0 && self.want == 0 && self.have.is_empty()
    }
}
