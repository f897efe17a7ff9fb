use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Id, newtype::written_as_text};

/// Letters of a file's name.
const LONGEST: usize = 120;

/// A file that goes with a line of a request or with a message, as whoever sent it named it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The sender's company keeps the file under it.
    pub file: Id,
    pub name: FileName,
    pub media: Media,
    pub bytes: u64,
}

/// A kind of file, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Media {
    Jpeg,
    Png,
    Webp,
    Pdf,
}

/// What a file is called: one line without a path, and without marks that make it look like another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseFileNameError {
    #[error("a file's name has a letter at least")]
    Empty,
    #[error("a file's name has {LONGEST} letters at most")]
    TooLong,
}

impl Media {
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf];

    /// As it is stored, and as its address and its name end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// The content type, RFC 9110, 8.3.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// Whether a page can show it.
    #[must_use]
    pub fn is_picture(self) -> bool {
        self != Self::Pdf
    }

    #[must_use]
    pub fn parse(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|media| media.extension() == extension)
    }
}

impl FileName {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same with the ending of what the file is: `drawing.heic` is `drawing.webp` once it is drawn anew, and nothing
    /// that runs can be called so.
    #[must_use]
    pub fn ending(&self, media: Media) -> Self {
        let extension = media.extension();
        let is_ending = |text: &str| {
            let mut letters = text.bytes();
            let begins = letters.next().is_some_and(|one| one.is_ascii_alphabetic());
            begins && text.len() <= 5 && letters.all(|one| one.is_ascii_alphanumeric())
        };
        let stem = match self.0.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => stem,
            _ => &self.0[..],
        };
        let room = LONGEST - extension.len() - 1;
        let stem: String = stem.chars().take(room).collect();
        Self(format!("{stem}.{extension}"))
    }
}

impl FromStr for FileName {
    type Err = ParseFileNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if LONGEST < text.chars().count() {
            return Err(ParseFileNameError::TooLong);
        }
        let plain = |letter: char| match letter {
            // Part of a path, or of a command.
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            // Bidirectional and zero-width marks: with them `fdp.exe` can be made to look like `exe.pdf`.
            '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => ' ',
            other if other.is_control() => ' ',
            other => other,
        };
        let name: String = text.chars().map(plain).collect();
        let name = name.trim_matches([' ', '.']);
        if !name.chars().any(char::is_alphanumeric) {
            return Err(ParseFileNameError::Empty);
        }
        Ok(Self(name.to_owned()))
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(FileName, ParseFileNameError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cleaned_and_bounded() {
        let check = |text: &str, expected: Result<&str, ParseFileNameError>| {
            let name = text.parse::<FileName>();
            assert_eq!(
                name.as_ref().map(FileName::as_str),
                expected.as_ref().map(|text| *text),
                "{text:?}"
            );
        };
        check(" Flange, rev. B.pdf ", Ok("Flange, rev. B.pdf"));
        check("图纸 第二版.pdf", Ok("图纸 第二版.pdf"));
        check("..\\..\\etc/passwd", Ok("-..-etc-passwd"));
        check("a\u{202e}fdp.exe\r\nx: y", Ok("a fdp.exe  x- y"));
        check("\"quoted\"", Ok("-quoted-"));
        check(" . ", Err(ParseFileNameError::Empty));
        check("", Err(ParseFileNameError::Empty));
        check(&"图".repeat(120), Ok(&"图".repeat(120)));
        check(&"图".repeat(121), Err(ParseFileNameError::TooLong));
    }

    #[test]
    fn a_name_ends_as_what_the_file_is() {
        let check = |text: &str, media, expected: &str| {
            let name: FileName = text.parse().unwrap();
            let ended = name.ending(media);
            assert_eq!(ended.as_str(), expected, "{text:?}");
            assert_eq!(ended.ending(media), ended);
            assert_eq!(ended.as_str().parse(), Ok(ended.clone()));
        };
        check("IMG_1.HEIC", Media::Webp, "IMG_1.webp");
        check("invoice.pdf.exe", Media::Pdf, "invoice.pdf.pdf");
        check("DIN 2.5", Media::Pdf, "DIN 2.5.pdf");
        check("垫片", Media::Jpeg, "垫片.jpg");
        check("no ending. Really", Media::Png, "no ending. Really.png");
        check(
            &"x".repeat(120),
            Media::Pdf,
            &format!("{}.pdf", "x".repeat(116)),
        );
    }

    #[test]
    fn every_kind_has_its_own_ending() {
        for media in Media::ALL {
            assert_eq!(Media::parse(media.extension()), Some(media));
        }
        assert_eq!(Media::parse("exe"), None);
    }
}
