use api_types::attachment as body;
use domain::{Attachment, FileName, Media, ParseFileNameError};
use market::{Fault, MAX_ATTACHMENTS, Why};

/// What is attached to what stands at `place`. More than there may be are not read: whoever decides looks them all up.
pub(super) fn attachments_in(
    faults: &mut Vec<Fault>,
    place: &str,
    list: Vec<body::Attachment>,
) -> Vec<Attachment> {
    if MAX_ATTACHMENTS < list.len() {
        faults.push(Fault::new(format!("{place}/attachments"), Why::TooLong));
        return Vec::new();
    }
    let mut read = Vec::new();
    for (at, one) in list.into_iter().enumerate() {
        match one.name.parse::<FileName>() {
            Ok(name) => read.push(Attachment {
                file: one.id,
                name,
                media: media_in(one.media),
                bytes: one.bytes,
            }),
            Err(why) => {
                let why = match why {
                    ParseFileNameError::Empty => Why::Missing,
                    ParseFileNameError::TooLong => Why::TooLong,
                };
                faults.push(Fault::new(format!("{place}/attachments/{at}/name"), why));
            }
        }
    }
    read
}

pub(super) fn attachments(list: Vec<Attachment>) -> Vec<body::Attachment> {
    let body = |one: Attachment| body::Attachment {
        id: one.file,
        name: one.name.into(),
        media: media(one.media),
        bytes: one.bytes,
    };
    list.into_iter().map(body).collect()
}

/// How a file is given out, RFC 6266 with RFC 8187: a picture may be looked at where it is, anything else is saved.
#[must_use]
pub fn disposition(attachment: &Attachment) -> String {
    let kind = if attachment.media.is_picture() {
        "inline"
    } else {
        "attachment"
    };
    let mut text = format!("{kind}; filename*=UTF-8''");
    for byte in attachment.name.as_str().bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

fn media(media: Media) -> body::Media {
    match media {
        Media::Jpeg => body::Media::Jpeg,
        Media::Png => body::Media::Png,
        Media::Webp => body::Media::Webp,
        Media::Pdf => body::Media::Pdf,
    }
}

fn media_in(media: body::Media) -> Media {
    match media {
        body::Media::Jpeg => Media::Jpeg,
        body::Media::Png => Media::Png,
        body::Media::Webp => Media::Webp,
        body::Media::Pdf => Media::Pdf,
    }
}

#[cfg(test)]
mod tests {
    use domain::Id;

    use super::*;

    fn body(name: &str) -> body::Attachment {
        body::Attachment {
            id: Id::from_bytes([7; 16]),
            name: name.to_owned(),
            media: body::Media::Pdf,
            bytes: 12,
        }
    }

    #[test]
    fn what_is_attached_comes_back_with_its_name_cleaned() {
        let mut faults = Vec::new();
        let read = attachments_in(&mut faults, "", vec![body("a/b.pdf"), body("图.pdf")]);
        assert!(faults.is_empty());
        assert_eq!(attachments(read), [body("a-b.pdf"), body("图.pdf")]);
    }

    #[test]
    fn names_that_are_none_and_too_many_are_refused() {
        let check = |list, place: &str, why| {
            let mut faults = Vec::new();
            attachments_in(&mut faults, "/x", list);
            assert_eq!(faults, [Fault::new(place.to_owned(), why)]);
        };
        check(
            vec![body("a"), body(" ")],
            "/x/attachments/1/name",
            Why::Missing,
        );
        check(
            vec![body(&"a".repeat(121))],
            "/x/attachments/0/name",
            Why::TooLong,
        );
        check(vec![body("a"); 6], "/x/attachments", Why::TooLong);
    }

    #[test]
    fn a_name_cannot_leave_its_header() {
        let mut faults = Vec::new();
        let name = "a\"; x=\r\ny: 图.pdf";
        let read = attachments_in(&mut faults, "", vec![body(name)]);
        let expected = "attachment; filename*=UTF-8''a-%3B%20x%3D%20%20y-%20%E5%9B%BE.pdf";
        assert_eq!(disposition(&read[0]), expected);
        let picture = Attachment {
            media: Media::Png,
            ..read[0].clone()
        };
        assert!(disposition(&picture).starts_with("inline; "));
    }
}
