//! What is said of papers beside each other, and of each on this day.
//!
//! A [`Finding`] holds codes and nothing of what it was found in, so that it may go where papers may not.
//! Each says what it does not prove: see [`CheckCode::limits`].

mod code;
mod name;
#[cfg(test)]
mod tests;

use domain::{CompanyNumber, Date};

pub use code::{CheckCode, Limit};

use crate::{
    mrz::{Mrz, MrzSex},
    numbers::{ResidentId, Sex},
    secret::Secret,
};

/// All that was read of one person's papers and typed beside them; what is missing is not checked.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    pub mrz: Option<Mrz>,
    pub resident_id: Option<ResidentId>,
    /// As printed beside the photograph, or as the person wrote it.
    pub born: Option<Birth>,
    pub sex: Option<Sex>,
    /// The document's number as printed above the zone.
    pub document_number: Option<Secret>,
    /// The name as printed or typed, in Latin letters.
    pub name: Option<Secret>,
    pub expires: Option<Expiry>,
    /// On the licence or business profile.
    pub company_on_paper: Option<CompanyNumber>,
    /// That the company is registered with here.
    pub company_registered: Option<CompanyNumber>,
}

/// A printed birth date; not printed by `Debug`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Birth(pub Date);

impl std::fmt::Debug for Birth {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Birth(redacted)")
    }
}

/// A printed expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    On(Date),
    /// 长期: Chinese cards of people over 46 do not expire.
    Never,
}

/// One check that could be made, and how it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub check: CheckCode,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    /// It may still be right, and a person should look.
    Look,
    Failed,
}

/// Papers that expire within so many days are soon to be asked for again.
const SOON: i32 = 60;
/// Singapore and China alike: who may act for a company.
const OF_AGE: u16 = 18;

/// Every check for which there is something to compare, in the order of [`CheckCode`].
#[must_use]
pub fn check(evidence: &Evidence, today: Date) -> Vec<Finding> {
    let mrz = evidence.mrz.as_ref();
    let outcomes = [
        (CheckCode::BirthDateInNumber, birth_in_number(evidence)),
        (CheckCode::SexInNumber, sex_in_number(evidence)),
        (CheckCode::BirthDateInZone, birth_in_zone(evidence)),
        (CheckCode::DocumentNumberTwice, number_twice(evidence)),
        (CheckCode::NameInZone, name_in_zone(evidence)),
        (CheckCode::ExpiryInZone, expiry_in_zone(evidence)),
        (
            CheckCode::NotExpired,
            expiry(evidence).map(|expiry| not_expired(expiry, today)),
        ),
        (
            CheckCode::OfAge,
            born(evidence).map(|born| of_age(born, today)),
        ),
        (
            CheckCode::NoSpecimen,
            mrz.map(|mrz| equal(!mrz.issuer.is_specimen())),
        ),
        (CheckCode::KnownStates, mrz.map(known_states)),
        (CheckCode::Company, company(evidence)),
    ];
    let made = outcomes.into_iter().filter_map(|(check, outcome)| {
        Some(Finding {
            check,
            outcome: outcome?,
        })
    });
    made.collect()
}

fn equal(is_equal: bool) -> Outcome {
    if is_equal {
        Outcome::Passed
    } else {
        Outcome::Failed
    }
}

fn birth_in_number(evidence: &Evidence) -> Option<Outcome> {
    let printed = evidence
        .born
        .map(|born| born.0)
        .or_else(|| evidence.mrz.as_ref()?.born.date())?;
    Some(equal(evidence.resident_id.as_ref()?.born() == printed))
}

fn sex_in_number(evidence: &Evidence) -> Option<Outcome> {
    let in_zone = || match evidence.mrz.as_ref()?.sex {
        MrzSex::Female => Some(Sex::Female),
        MrzSex::Male => Some(Sex::Male),
        MrzSex::Unspecified => None,
    };
    let printed = evidence.sex.or_else(in_zone)?;
    Some(equal(evidence.resident_id.as_ref()?.sex() == printed))
}

fn birth_in_zone(evidence: &Evidence) -> Option<Outcome> {
    let (printed, zone) = (evidence.born?.0, evidence.mrz.as_ref()?.born);
    // The zone says only what is known, and of the year two digits.
    let agrees = zone
        .year
        .is_none_or(|year| year % 100 == printed.year() % 100)
        && zone.month.is_none_or(|month| month == printed.month())
        && zone.day.is_none_or(|day| day == printed.day());
    Some(if zone.day.is_none() && agrees {
        Outcome::Look
    } else {
        equal(agrees)
    })
}

fn number_twice(evidence: &Evidence) -> Option<Outcome> {
    let (printed, zone) = (
        evidence.document_number.as_ref()?,
        &evidence.mrz.as_ref()?.number,
    );
    let letters = |text: &Secret| {
        let kept = text.expose().chars().filter(char::is_ascii_alphanumeric);
        Secret::new(kept.map(|letter| letter.to_ascii_uppercase()).collect())
    };
    Some(equal(letters(printed) == letters(zone)))
}

fn name_in_zone(evidence: &Evidence) -> Option<Outcome> {
    Some(name::compare(
        evidence.name.as_ref()?,
        evidence.mrz.as_ref()?,
    ))
}

fn expiry_in_zone(evidence: &Evidence) -> Option<Outcome> {
    let zone = evidence.mrz.as_ref()?.expires;
    Some(equal(evidence.expires? == Expiry::On(zone)))
}

/// The earlier one, should there be two.
fn expiry(evidence: &Evidence) -> Option<Expiry> {
    let zone = evidence.mrz.as_ref().map(|mrz| mrz.expires);
    match (evidence.expires, zone) {
        (Some(Expiry::On(printed)), Some(zone)) => Some(Expiry::On(printed.min(zone))),
        (_, Some(zone)) => Some(Expiry::On(zone)),
        (printed, None) => printed,
    }
}

/// The last day still counts.
fn not_expired(expiry: Expiry, today: Date) -> Outcome {
    let Expiry::On(last) = expiry else {
        return Outcome::Passed;
    };
    match last.days_since_epoch() - today.days_since_epoch() {
        ..0 => Outcome::Failed,
        0..SOON => Outcome::Look,
        _ => Outcome::Passed,
    }
}

/// From what is surest: the number, the zone, the print.
fn born(evidence: &Evidence) -> Option<Date> {
    let number = evidence.resident_id.as_ref().map(ResidentId::born);
    let zone = || evidence.mrz.as_ref()?.born.date();
    number.or_else(zone).or(evidence.born.map(|born| born.0))
}

fn of_age(born: Date, today: Date) -> Outcome {
    let birthday = (today.month(), today.day()) < (born.month(), born.day());
    let age = today
        .year()
        .saturating_sub(born.year())
        .saturating_sub(u16::from(birthday));
    equal(today >= born && age >= OF_AGE)
}

fn known_states(mrz: &Mrz) -> Outcome {
    if mrz.issuer.is_known() && mrz.nationality.is_known() {
        Outcome::Passed
    } else {
        Outcome::Look
    }
}

fn company(evidence: &Evidence) -> Option<Outcome> {
    let (paper, registered) = (
        evidence.company_on_paper.as_ref()?,
        evidence.company_registered.as_ref()?,
    );
    Some(match (paper, registered) {
        // A company may be registered in both countries, with a number in each.
        (CompanyNumber::Uen(_), CompanyNumber::Uscc(_))
        | (CompanyNumber::Uscc(_), CompanyNumber::Uen(_)) => Outcome::Look,
        _ => equal(paper == registered),
    })
}
