//! Files that go with a line of a request or with a message: what they are called and what they are.

use api_types::attachment::{Attachment, Media};
use domain::{FileName, Id};

/// Files of one line, or of one message.
pub const MOST: usize = 5;
/// Letters of a name that are kept: the hub takes a few more, for the ending.
const LONGEST: usize = 100;

/// What was uploaded, as a body names it. `given`: as the person's device calls it.
#[must_use]
pub fn attached(id: Id, given: &str, media: domain::Media, bytes: usize) -> Attachment {
    let name: String = given.chars().take(LONGEST).collect();
    let name = name.parse::<FileName>();
    // A name of marks alone names nothing.
    let name = name.map_or_else(
        |_| format!("{id}.{}", media.extension()),
        |name| name.ending(media).to_string(),
    );
    Attachment {
        id,
        name,
        media: match media {
            domain::Media::Jpeg => Media::Jpeg,
            domain::Media::Png => Media::Png,
            domain::Media::Webp => Media::Webp,
            domain::Media::Pdf => Media::Pdf,
        },
        bytes: bytes as u64,
    }
}

/// Whether the page shows it; else it is there to be saved.
#[must_use]
pub fn is_picture(attachment: &Attachment) -> bool {
    attachment.media != Media::Pdf
}

#[must_use]
pub fn content_type(attachment: &Attachment) -> &'static str {
    let media = match attachment.media {
        Media::Jpeg => domain::Media::Jpeg,
        Media::Png => domain::Media::Png,
        Media::Webp => domain::Media::Webp,
        Media::Pdf => domain::Media::Pdf,
    };
    media.content_type()
}

/// Its size in kilobytes of 1,000 bytes, one at least.
#[must_use]
pub fn kilobytes(attachment: &Attachment) -> u32 {
    u32::try_from(attachment.bytes.div_ceil(1000)).map_or(u32::MAX, |size| size.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_as_the_hub_will_call_it() {
        let id = Id::new(1, [7; 10]);
        let check = |given: &str, media, expected: &str| {
            let one = attached(id, given, media, 1_001);
            assert_eq!(one.name, expected, "{given:?}");
            assert_eq!(kilobytes(&one), 2);
            assert_eq!(content_type(&one), media.content_type());
            assert_eq!(is_picture(&one), media.is_picture());
        };
        check("IMG 1.HEIC", domain::Media::Webp, "IMG 1.webp");
        check("图纸.PDF", domain::Media::Pdf, "图纸.pdf");
        check("...", domain::Media::Jpeg, &format!("{id}.jpg"));
        let long = "x".repeat(300);
        let expected = format!("{}.pdf", "x".repeat(100));
        check(&long, domain::Media::Pdf, &expected);
    }
}
