//! ISO/IEC 10918-1, annex B: segments, each with its length, and runs of coded data between them.

use super::{Unfit, walk::Next};

#[derive(Debug, Default)]
pub(super) struct Jpeg {
    size: Option<(u32, u32)>,
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// At a marker and a length.
    #[default]
    Marker,
    /// At the frame header's first five bytes, with so many behind them.
    Frame(u64),
    /// At the start of an application's segment, with so many bytes behind it.
    Application(u8, u64),
    /// Within coded data, at two bytes.
    Scan,
}

/// Names by which the two kinds of application segments begin that a picture is drawn with.
const DRAWN_WITH: [(u8, &[u8]); 3] = [(0xe0, b"JF"), (0xe2, b"IC"), (0xee, b"Ad")];

impl Jpeg {
    pub(super) fn size(&self) -> Option<(u32, u32)> {
        self.size
    }

    pub(super) fn step(&mut self, part: &[u8]) -> Result<Next, Unfit> {
        match (&self.state, part) {
            (State::Marker, [0xff, marker, high, low]) => self.marker(*marker, [*high, *low]),
            (State::Frame(behind), [_, a, b, c, d]) => {
                let side = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
                self.size = Some((side(c, d), side(a, b)));
                let next = Next::after(*behind, 4);
                self.state = State::Marker;
                Ok(next)
            }
            (State::Application(marker, behind), name) => {
                if !DRAWN_WITH.contains(&(*marker, name)) {
                    return Err(Unfit::Metadata);
                }
                let next = Next::after(*behind, 4);
                self.state = State::Marker;
                Ok(next)
            }
            // B.1.1.5: a zero behind it makes it a byte of data; F.1.2.3: restarts stand in the data.
            (State::Scan, [0xff, 0x00 | 0xd0..=0xd7]) => Ok(Next::part(2)),
            (State::Scan, [0xff, 0xff]) => Ok(Next::again(1, 2)),
            (State::Scan, [0xff, 0xd9]) => Ok(Next::end()),
            (State::Scan, [0xff, _]) => {
                self.state = State::Marker;
                Ok(Next::again(0, 4))
            }
            (State::Scan, [_, 0xff]) => Ok(Next::again(1, 2)),
            (State::Scan, _) => Ok(Next::part(2)),
            _ => Err(Unfit::Unknown),
        }
    }

    fn marker(&mut self, marker: u8, length: [u8; 2]) -> Result<Next, Unfit> {
        // It counts its own two bytes.
        let behind = |used: u64| {
            let length = u64::from(u16::from_be_bytes(length));
            length.checked_sub(2 + used).ok_or(Unfit::Unknown)
        };
        match marker {
            // Table B.1: frames of all kinds, without tables of codes and of arithmetic coding.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                if self.size.is_some() {
                    return Err(Unfit::Unknown);
                }
                self.state = State::Frame(behind(5)?);
                Ok(Next::part(5))
            }
            0xe0..=0xef => {
                self.state = State::Application(marker, behind(2)?);
                Ok(Next::part(2))
            }
            0xda => {
                self.state = State::Scan;
                Ok(Next::after(behind(0)?, 2))
            }
            // Tables, restart intervals, number of lines.
            0xc4 | 0xcc | 0xdb | 0xdd | 0xdc => Ok(Next::after(behind(0)?, 4)),
            // A comment.
            0xfe => Err(Unfit::Metadata),
            _ => Err(Unfit::Unknown),
        }
    }
}
