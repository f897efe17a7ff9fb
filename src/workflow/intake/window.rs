//! Which lines of a long list can be seen: all others are not in the page at all.

use std::ops::Range;

/// A list of lines of one height, in a frame that is scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Of a line, CSS pixels.
    pub line_height: u32,
    /// Of the frame, CSS pixels.
    pub height: u32,
    /// How far it is scrolled, CSS pixels.
    pub top: u32,
    pub lines: u32,
}

impl Window {
    /// The lines to be in the page: those that can be seen, and a few more on either side, so that quick scrolling shows
    /// no gap.
    #[must_use]
    pub fn shown(&self) -> Range<u32> {
        let line_height = self.line_height.max(1);
        let seen = self.height / line_height + 2;
        let most = self.lines.saturating_sub(seen.min(self.lines));
        // A list that became shorter may still be scrolled to where its end was.
        let first = (self.top / line_height).min(most);
        let around = seen / 2;
        first.saturating_sub(around)..first.saturating_add(seen + around).min(self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_is_shown_and_little_more() {
        let window = |top, lines| {
            let shown = Window {
                line_height: 40,
                height: 400,
                top,
                lines,
            };
            shown.shown()
        };
        assert_eq!(window(0, 10_000), 0..18);
        assert_eq!(window(4_000, 10_000), 94..118);
        assert_eq!(window(399_600, 10_000), 9_982..10_000);
        assert_eq!(window(399_600, 5), 0..5);
        assert_eq!(window(0, 0), 0..0);
    }
}
