use std::fmt;

use domain::Date;

/// When somebody was born, as far as the document says: parts that are unknown are fillers in the zone.
///
/// Not printed by `Debug`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BirthDate {
    pub year: Option<u16>,
    /// 1 to 12, known only if the year is.
    pub month: Option<u8>,
    /// 1 to 31, known only if the month is.
    pub day: Option<u8>,
}

/// How many years after today an expiry is looked for; further than that, the century before is meant.
const FARTHEST_EXPIRY: u16 = 50;

impl BirthDate {
    /// The day, if all of it is known.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?)
    }
}

impl From<Date> for BirthDate {
    fn from(date: Date) -> Self {
        Self {
            year: Some(date.year()),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }
}

impl fmt::Debug for BirthDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("BirthDate(redacted)")
    }
}

/// Two digits, two fillers (`Some(None)`), or neither.
fn pair(text: &[u8]) -> Option<Option<u8>> {
    match text {
        b"<<" => Some(None),
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some(Some((tens - b'0') * 10 + ones - b'0')),
        _ => None,
    }
}

/// Six characters of birth date: nobody is born after today, so the year is the latest that is not to come.
///
/// Nothing if there is no such day, or the parts that are unknown are not the last ones.
pub(super) fn birth(text: &[u8], today: Date) -> Option<BirthDate> {
    let (year, month, day) = (pair(&text[..2])?, pair(&text[2..4])?, pair(&text[4..6])?);
    let this_century = today.year() / 100 * 100;
    let year_in = |century: u16| year.map(|year| century + u16::from(year));
    let known = match (year, month, day) {
        (None, None, None) => {
            return Some(BirthDate {
                year: None,
                month: None,
                day: None,
            });
        }
        (Some(_), None, None) => {
            let late = year_in(this_century).filter(|year| *year <= today.year());
            let year = late.or(year_in(this_century - 100));
            return Some(BirthDate {
                year,
                month: None,
                day: None,
            });
        }
        (Some(_), Some(month), None) => (month, 1),
        (Some(_), Some(month), Some(day)) => (month, day),
        _ => return None,
    };
    let of = |century| Date::new(year_in(century)?, known.0, known.1);
    let date = of(this_century)
        .filter(|date| *date <= today)
        .or_else(|| of(this_century - 100))?;
    Some(BirthDate {
        day,
        ..BirthDate::from(date)
    })
}

/// Six digits of expiry: the century that brings it no farther than 50 years after today.
pub(super) fn expiry(text: &[u8], today: Date) -> Option<Date> {
    let (year, month, day) = (pair(&text[..2])??, pair(&text[2..4])??, pair(&text[4..6])??);
    let latest = today.year() + FARTHEST_EXPIRY;
    let century = latest / 100 * 100;
    let year = century + u16::from(year);
    Date::new(if year <= latest { year } else { year - 100 }, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::new(2026, 11, 22).unwrap()
    }

    #[track_caller]
    fn born(text: &str, expected: Option<(Option<u16>, Option<u8>, Option<u8>)>) {
        let found = birth(text.as_bytes(), today());
        assert_eq!(
            found.map(|date| (date.year, date.month, date.day)),
            expected,
            "{text}"
        );
    }

    #[test]
    fn nobody_is_born_after_today() {
        born("740812", Some((Some(1974), Some(8), Some(12))));
        born("261122", Some((Some(2026), Some(11), Some(22))));
        born("261123", Some((Some(1926), Some(11), Some(23))));
        born("000229", Some((Some(2000), Some(2), Some(29))));
        born("270101", Some((Some(1927), Some(1), Some(1))));
        born("010229", None);
        born("741301", None);
        born("740800", None);
    }

    #[test]
    fn unknown_parts_are_the_last_ones() {
        born("<<<<<<", Some((None, None, None)));
        born("75<<<<", Some((Some(1975), None, None)));
        born("26<<<<", Some((Some(2026), None, None)));
        born("27<<<<", Some((Some(1927), None, None)));
        born("7508<<", Some((Some(1975), Some(8), None)));
        born("7513<<", None);
        born("<<0812", None);
        born("7<0812", None);
        born("75<<12", None);
    }

    #[test]
    fn expiry_is_near_today() {
        let check = |text: &str, expected: Option<(u16, u8, u8)>| {
            let found = expiry(text.as_bytes(), today())
                .map(|date| (date.year(), date.month(), date.day()));
            assert_eq!(found, expected, "{text}");
        };
        check("120415", Some((2012, 4, 15)));
        check("761231", Some((2076, 12, 31)));
        check("770101", Some((1977, 1, 1)));
        check("960229", Some((1996, 2, 29)));
        check("970229", None);
        check("<<<<<<", None);
    }
}
