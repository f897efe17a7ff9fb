use market::BlobKind;
use proptest::prelude::*;

use super::{
    sample::{jpeg, pdf, png, webp},
    *,
};

const LOSSY: &[u8] = &[0, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 7];
/// 39 and 29, fourteen bits each.
const LOSSLESS: &[u8] = &[0x2f, 39, 0x40, 7, 0, 1];

fn extended(flags: u8) -> Vec<u8> {
    vec![flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]
}

/// Fed in pieces of this size.
fn inspect(file: &[u8], size: usize) -> Result<Picture, Unfit> {
    inspect_as(BlobKind::Photograph, file, size)
}

fn inspect_as(wanted: BlobKind, file: &[u8], size: usize) -> Result<Picture, Unfit> {
    let mut inspector = Inspector::new(wanted);
    for piece in file.chunks(size) {
        inspector.feed(piece)?;
    }
    inspector.finish()
}

#[test]
fn pictures_of_all_kinds_are_measured_in_whatever_pieces_they_come() {
    let of = |media| {
        Ok(Picture {
            media,
            width: 40,
            height: 30,
        })
    };
    let icc: &[u8] = b"ICC_PROFILE\0\x01\x01";
    let files = [
        (Media::Png, png(&[])),
        (Media::Png, png(&[(b"gAMA", &[0; 4]), (b"IDAT", &[7; 99])])),
        (Media::Jpeg, jpeg(&[])),
        (Media::Jpeg, jpeg(&[(0xe2, icc), (0xdb, &[0; 65])])),
        (Media::Webp, webp(&[(b"VP8 ", LOSSY)])),
        (Media::Webp, webp(&[(b"VP8L", LOSSLESS)])),
        (
            Media::Webp,
            webp(&[
                (b"VP8X", &extended(0x10)),
                (b"ALPH", &[1; 5]),
                (b"VP8 ", LOSSY),
            ]),
        ),
    ];
    for (media, file) in files {
        for size in [1, 2, 3, 7, 64, 10_000] {
            assert_eq!(inspect(&file, size), of(media), "{media:?} {size}");
        }
        let cut = inspect(&file[..file.len() - 1], 64);
        assert_eq!(cut, Err(Unfit::Unknown), "{media:?}");
        let mut more = file.clone();
        more.push(0);
        assert_eq!(inspect(&more, 64), Err(Unfit::Metadata), "{media:?}");
    }
}

#[test]
fn what_says_where_it_was_taken_is_refused() {
    let exif = b"Exif\0\0MM\0*";
    let files = [
        jpeg(&[(0xe1, exif)]),
        jpeg(&[(0xe1, b"http://ns.adobe.com/xap/1.0/\0")]),
        jpeg(&[(0xed, b"Photoshop 3.0\0")]),
        jpeg(&[(0xe2, b"MPF\0")]),
        jpeg(&[(0xfe, b"taken at home")]),
        png(&[(b"eXIf", exif)]),
        png(&[(b"tEXt", b"Comment\0x")]),
        png(&[(b"iTXt", b"XML:com.adobe.xmp\0")]),
        png(&[(b"prVt", b"x")]),
        webp(&[(b"VP8X", &extended(0x08)), (b"VP8 ", LOSSY)]),
        webp(&[(b"VP8 ", LOSSY), (b"EXIF", exif)]),
        webp(&[(b"VP8L", LOSSLESS), (b"XMP ", b"<x>")]),
    ];
    for (number, file) in files.iter().enumerate() {
        assert_eq!(inspect(file, 5), Err(Unfit::Metadata), "{number}");
    }
}

#[test]
fn other_files_and_other_sizes_are_refused() {
    for file in [
        &b""[..],
        b"GIF89a\0\0\0\0\0\0\0",
        b"<svg xmlns=\"x\"/>",
        b"RIFF\0\0\0\0WEBP",
    ] {
        assert_eq!(inspect(file, 4), Err(Unfit::Unknown), "{file:?}");
    }
    let mut wide = png(&[]);
    wide[18] = 0x40;
    assert_eq!(inspect(&wide, 9), Err(Unfit::Dimensions));
    let mut flat = png(&[]);
    flat[23] = 0;
    assert_eq!(inspect(&flat, 9), Err(Unfit::Dimensions));
}

#[test]
fn a_document_is_told_by_its_head_and_is_no_photograph() {
    let document = |file: &[u8], size| inspect_as(BlobKind::Document, file, size);
    let expected = Picture {
        media: Media::Pdf,
        width: 0,
        height: 0,
    };
    let mut long = pdf(1);
    long.extend([7; 90_000]);
    for file in [pdf(0), long] {
        for size in [1, 5, 12, 10_000] {
            assert_eq!(document(&file, size), Ok(expected), "{size}");
            assert_eq!(inspect(&file, size), Err(Unfit::Unknown), "{size}");
        }
    }
    for other in [
        &b"%PDF-1.7"[..],
        b"%PDF-",
        b" %PDF-1.7\n%%EOF",
        b"%PDF-x.7\n%%EOF",
        &png(&[]),
        &jpeg(&[]),
    ] {
        assert_eq!(document(other, 3), Err(Unfit::Unknown), "{other:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(
        which in 0usize..5, at in 0usize..80, bytes in prop::collection::vec(any::<u8>(), 0..60), size in 1usize..40,
    ) {
        let mut file = [png(&[]), jpeg(&[]), webp(&[(b"VP8 ", LOSSY)]), pdf(0), Vec::new()][which].clone();
        let at = at.min(file.len());
        file.splice(at..(at + bytes.len() / 2).min(file.len()), bytes);
        let _ = inspect(&file, size);
        let _ = inspect_as(BlobKind::Document, &file, size);
    }
}
