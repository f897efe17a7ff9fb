//! A picture file as the pixels that a browser would hand over: upright, in red, green, blue and alpha.

use std::{io::Cursor, path::Path};

use ekyc::{Gray, PictureError};
use image::{DynamicImage, ImageDecoder, ImageReader};

/// Decodes PNG, JPEG or WebP; what the camera noted of its own turn is done.
///
/// # Errors
/// A sentence: why these bytes are no picture that is analysed.
pub fn decode(bytes: &[u8]) -> Result<Gray, String> {
    let broken = |error: image::ImageError| format!("no picture that can be read: {error}");
    let reader = || ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader().map_err(|error| format!("no picture that can be read: {error}"))?;
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    // Before a small file becomes gigabytes.
    if u64::from(Gray::MOST_PIXELS) < u64::from(width) * u64::from(height) {
        return Err(PictureError::TooLarge { width, height }.to_string());
    }
    let turn = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(turn);
    let rgba = picture.into_rgba8();
    Gray::from_rgba(rgba.width(), rgba.height(), rgba.as_raw()).map_err(|error| error.to_string())
}

/// Writes a picture as PNG.
///
/// # Errors
/// The file could not be written.
pub fn write(path: &Path, picture: &Gray) -> Result<(), image::ImageError> {
    let (width, height) = (picture.width(), picture.height());
    let color = image::ExtendedColorType::L8;
    image::save_buffer(path, picture.pixels(), width, height, color)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A PNG of gray pixels.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let pixels: Vec<u8> = (0..width * height).map(|at| (at % 251) as u8).collect();
        let mut file = Cursor::new(Vec::new());
        let color = image::ExtendedColorType::L8;
        image::write_buffer_with_format(
            &mut file,
            &pixels,
            width,
            height,
            color,
            image::ImageFormat::Png,
        )
        .unwrap();
        file.into_inner()
    }

    #[test]
    fn a_picture_comes_back_as_it_was() {
        let picture = decode(&png(30, 20)).unwrap();
        assert_eq!((picture.width(), picture.height()), (30, 20));
        assert_eq!(picture.pixels()[..4], [0, 1, 2, 3]);
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let mut bomb = png(8, 8);
        // Width and height stand behind signature, length and name of the first chunk.
        bomb[16..24].copy_from_slice(&[0, 0, 0x40, 0, 0, 0, 0x40, 0]);
        let sum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        let why = decode(&bomb).unwrap_err();
        assert!(why.contains("16384 by 16384 pixels is too large"), "{why}");
    }

    /// As PNG has it (ISO/IEC 15948, annex D).
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                if sum & 1 == 1 {
                    0xedb8_8320 ^ (sum >> 1)
                } else {
                    sum >> 1
                }
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn damaged_files_are_read_or_refused(
            at in any::<prop::sample::Index>(),
            byte in any::<u8>(),
            end in any::<prop::sample::Index>(),
        ) {
            let mut file = png(40, 30);
            let place = at.index(file.len());
            file[place] = byte;
            let _ = decode(&file[..end.index(file.len() + 1)]);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(decode(&bytes).is_err());
        }
    }
}
