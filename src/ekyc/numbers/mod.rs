//! Numbers of persons and companies, as somebody typed or a recognizer read them.
//!
//! A passed check says that a number was written down without a slip of the kinds that its rule detects. It does not say
//! that the number was ever given to anybody, nor to whom. Which slips each rule detects is in `README.md` beside this file,
//! and held by the tests in `power.rs`.

mod nric;
#[cfg(test)]
mod power;
mod repair;
mod resident_id;

use domain::{Date, ParseUenError, ParseUsccError, Uen, Uscc};

pub use nric::{Nric, ParseNricError, Series};
pub use repair::repair;
pub use resident_id::{Holder, ParseResidentIdError, ResidentId, Sex};

/// What a number is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nric,
    ResidentId,
    Uscc,
    Uen,
}

/// What is said about a number: it is refused, or it stands with what a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Refused(Refusal),
    Stands(Vec<Remark>),
}

/// Why a number cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not the right length, or characters that cannot stand where they stand.
    Form,
    /// The check digit, letter or character does not belong to the rest.
    Check,
    /// It holds a birth date that is not in the calendar.
    BirthDate,
    /// It holds a birth date that is yet to come.
    Unborn,
    /// It begins with a province that does not exist.
    Region,
}

/// What may well be right, and should be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A UEN of an entity type that was not published when this was written.
    UnknownEntityType,
    /// A UEN of a year to come: nobody has it, except in examples.
    YearToCome,
    /// The organization code inside a USCC fails its own check.
    Organization,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Nric, Self::ResidentId, Self::Uscc, Self::Uen];

    /// Stable, for files and command lines.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nric => "nric",
            Self::ResidentId => "resident-id",
            Self::Uscc => "uscc",
            Self::Uen => "uen",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Refusal {
    /// Stable, for words to be found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Check => "check",
            Self::BirthDate => "birth-date",
            Self::Unborn => "unborn",
            Self::Region => "region",
        }
    }
}

impl Remark {
    /// Stable, for words to be found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownEntityType => "unknown-entity-type",
            Self::YearToCome => "year-to-come",
            Self::Organization => "organization",
        }
    }
}

/// The text without the blanks and hyphens that people and printers put between groups of digits, and with full-width
/// letters and digits, as Chinese keyboards give them, turned into plain ones.
#[must_use]
pub fn plain(text: &str) -> String {
    let narrow = |letter: char| match u32::from(letter) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(letter),
        _ => letter,
    };
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(narrow)
        .filter(|letter| *letter != '-')
        .collect()
}

/// All that can be said about one number by itself on this day.
#[must_use]
pub fn assess(kind: Kind, text: &str, today: Date) -> Verdict {
    let text = zeroize::Zeroizing::new(plain(text));
    let remarks = match kind {
        Kind::Nric => text
            .parse::<Nric>()
            .map(|_| Vec::new())
            .map_err(Refusal::from),
        Kind::ResidentId => resident_id(&text, today),
        Kind::Uscc => uscc(&text),
        Kind::Uen => uen(&text, today),
    };
    remarks.map_or_else(Verdict::Refused, Verdict::Stands)
}

fn resident_id(text: &str, today: Date) -> Result<Vec<Remark>, Refusal> {
    let id: ResidentId = text.parse()?;
    if today < id.born() {
        return Err(Refusal::Unborn);
    }
    Ok(Vec::new())
}

fn uscc(text: &str) -> Result<Vec<Remark>, Refusal> {
    let code: Uscc = text.parse()?;
    let remark = (!code.has_right_organization()).then_some(Remark::Organization);
    Ok(remark.into_iter().collect())
}

fn uen(text: &str, today: Date) -> Result<Vec<Remark>, Refusal> {
    let uen: Uen = text.parse()?;
    let to_come = uen.year().is_some_and(|year| today.year() < year);
    let remarks = [
        to_come.then_some(Remark::YearToCome),
        (!uen.has_known_entity_type()).then_some(Remark::UnknownEntityType),
    ];
    Ok(remarks.into_iter().flatten().collect())
}

impl From<ParseNricError> for Refusal {
    fn from(error: ParseNricError) -> Self {
        match error {
            ParseNricError::Form => Self::Form,
            ParseNricError::CheckLetter => Self::Check,
        }
    }
}

impl From<ParseResidentIdError> for Refusal {
    fn from(error: ParseResidentIdError) -> Self {
        match error {
            ParseResidentIdError::Form => Self::Form,
            ParseResidentIdError::CheckCharacter => Self::Check,
            ParseResidentIdError::BirthDate => Self::BirthDate,
            ParseResidentIdError::Region => Self::Region,
        }
    }
}

impl From<ParseUsccError> for Refusal {
    fn from(error: ParseUsccError) -> Self {
        match error {
            ParseUsccError::Form => Self::Form,
            ParseUsccError::CheckCharacter => Self::Check,
        }
    }
}

impl From<ParseUenError> for Refusal {
    fn from(error: ParseUenError) -> Self {
        match error {
            ParseUenError::Form => Self::Form,
            ParseUenError::CheckLetter => Self::Check,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> Date {
        Date::new(2026, 11, 22).unwrap()
    }

    #[test]
    fn what_is_said_of_a_number_alone() {
        let check =
            |kind, text, expected| assert_eq!(assess(kind, text, today()), expected, "{text}");
        let stands = |remarks: &[Remark]| Verdict::Stands(remarks.to_vec());
        check(Kind::Nric, "S1234567D", stands(&[]));
        check(Kind::Nric, " s 1234-567 d", stands(&[]));
        check(Kind::Nric, "M1234567X", Verdict::Refused(Refusal::Check));
        check(Kind::ResidentId, "1101 0519 4912 3100 2X", stands(&[]));
        check(
            Kind::ResidentId,
            "１１０１０５１９４９１２３１００２Ｘ",
            stands(&[]),
        );
        check(
            Kind::Uscc,
            "91310115MA1G4L1WX7",
            stands(&[Remark::Organization]),
        );
        check(
            Kind::Uscc,
            "91350100M000100Y4Z",
            Verdict::Refused(Refusal::Check),
        );
        check(Kind::Uen, "202630832C", stands(&[]));
        check(Kind::Uen, "20263083C", Verdict::Refused(Refusal::Check));
        check(Kind::Uen, "2026308C", Verdict::Refused(Refusal::Form));
    }

    #[test]
    fn a_birth_date_to_come_is_refused_from_the_day_passed_in() {
        let text = "360426199101010071";
        let on =
            |year, month, day| assess(Kind::ResidentId, text, Date::new(year, month, day).unwrap());
        assert_eq!(on(1990, 12, 31), Verdict::Refused(Refusal::Unborn));
        assert_eq!(on(1991, 1, 1), Verdict::Stands(Vec::new()));
    }

    #[test]
    fn codes_are_stable_and_lead_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("passport"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,24}|[STFGM][0-9]{7}[A-Z]|[0-9]{17}[0-9X]|[0-9A-Z]{18}|[0-9A-Z]{9,10}") {
            for kind in Kind::ALL {
                let _ = assess(kind, &text, today());
            }
        }
    }
}
