use thiserror::Error;

/// A picture in shades of gray, one byte a pixel, 0 black, rows from the top, no padding.
#[derive(Clone, PartialEq, Eq)]
pub struct Gray {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// Why bytes are no picture that this room works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    #[error("a picture without a pixel")]
    Empty,
    /// More than [`Gray::MOST_PIXELS`].
    #[error("a picture of {width} by {height} pixels is too large")]
    TooLarge { width: u32, height: u32 },
    #[error("{found} bytes where {expected} were expected")]
    Length { expected: usize, found: usize },
}

impl Gray {
    /// The largest picture taken in: 50 megapixels, which is what the largest phone cameras hand over.
    pub const MOST_PIXELS: u32 = 50_000_000;

    /// # Errors
    /// The size is empty or too large, or the bytes are not `width * height` in number.
    pub fn new(width: u32, height: u32, pixels: Vec<u8>) -> Result<Self, PictureError> {
        let expected = count(width, height)?;
        if pixels.len() != expected {
            let found = pixels.len();
            return Err(PictureError::Length { expected, found });
        }
        Ok(Self {
            width,
            height,
            pixels,
        })
    }

    /// From red, green, blue and alpha bytes, as a canvas gives them; alpha is taken as opaque.
    ///
    /// Luma by the weights of ITU-R BT.601, in 8-bit fixed point.
    ///
    /// # Errors
    /// As [`Gray::new`], with four bytes a pixel.
    pub fn from_rgba(width: u32, height: u32, rgba: &[u8]) -> Result<Self, PictureError> {
        let expected = count(width, height)? * 4;
        if rgba.len() != expected {
            let found = rgba.len();
            return Err(PictureError::Length { expected, found });
        }
        let luma = |[r, g, b, _]: &[u8; 4]| {
            let sum = 77 * u32::from(*r) + 150 * u32::from(*g) + 29 * u32::from(*b) + 128;
            u8::try_from(sum >> 8).unwrap_or(u8::MAX)
        };
        let (pixels, _) = rgba.as_chunks();
        Self::new(width, height, pixels.iter().map(luma).collect())
    }

    /// Turned by so many quarters, clockwise.
    #[must_use]
    pub fn turned(&self, quarters: u8) -> Self {
        let (width, height) = (self.width as usize, self.height as usize);
        let at = |x: usize, y: usize| self.pixels[y * width + x];
        let pixels = match quarters % 4 {
            1 => (0..width)
                .flat_map(|x| (0..height).rev().map(move |y| (x, y)))
                .map(|(x, y)| at(x, y))
                .collect(),
            2 => self.pixels.iter().rev().copied().collect(),
            3 => (0..width)
                .rev()
                .flat_map(|x| (0..height).map(move |y| (x, y)))
                .map(|(x, y)| at(x, y))
                .collect(),
            _ => self.pixels.clone(),
        };
        let (width, height) = match quarters % 2 {
            0 => (self.width, self.height),
            _ => (self.height, self.width),
        };
        Self {
            width,
            height,
            pixels,
        }
    }

    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// All pixels, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }
}

/// Sizes only: a picture of a document is nobody's business in a log.
impl std::fmt::Debug for Gray {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gray({}x{})", self.width, self.height)
    }
}

fn count(width: u32, height: u32) -> Result<usize, PictureError> {
    let pixels = u64::from(width) * u64::from(height);
    match usize::try_from(pixels) {
        Ok(0) => Err(PictureError::Empty),
        Ok(count) if pixels <= u64::from(Gray::MOST_PIXELS) => Ok(count),
        _ => Err(PictureError::TooLarge { width, height }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_bytes_must_agree() {
        assert!(Gray::new(2, 2, vec![0; 4]).is_ok());
        let short = Gray::new(2, 2, vec![0; 3]);
        let expected = PictureError::Length {
            expected: 4,
            found: 3,
        };
        assert_eq!(short.unwrap_err(), expected);
        assert_eq!(Gray::new(0, 9, vec![]).unwrap_err(), PictureError::Empty);
        let huge = Gray::new(u32::MAX, u32::MAX, vec![]);
        assert!(matches!(huge, Err(PictureError::TooLarge { .. })));
    }

    #[test]
    fn four_quarters_are_one_turn() {
        let picture = Gray::new(3, 2, vec![1, 2, 3, 4, 5, 6]).unwrap();
        let once = picture.turned(1);
        assert_eq!((once.width(), once.height()), (2, 3));
        assert_eq!(once.pixels(), [4, 1, 5, 2, 6, 3]);
        assert_eq!(once.turned(1), picture.turned(2));
        assert_eq!(picture.turned(2).pixels(), [6, 5, 4, 3, 2, 1]);
        assert_eq!(picture.turned(2).turned(1), picture.turned(3));
        assert_eq!(picture.turned(3).turned(1), picture);
    }

    #[test]
    fn luma_of_the_extremes_and_of_green() {
        let rgba = [255, 255, 255, 255, 0, 0, 0, 0, 0, 255, 0, 9];
        let gray = Gray::from_rgba(3, 1, &rgba).unwrap();
        assert_eq!(gray.pixels(), [255, 0, 149]);
    }
}
