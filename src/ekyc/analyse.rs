//! One picture from its pixels to checked fields: what a browser runs on a photograph, and `cargo hub ekyc analyse` on a file.

use domain::{CompanyNumber, Date};

use crate::{
    Expected, Finder, Gray, Page, Sighting,
    check::{Evidence, Finding, check},
    mrz::{Mrz, Unrepaired},
    numbers::Kind,
    quality::{Judged, measure},
    read::{Net, Number, find_numbers, find_zone},
};

/// All that one picture says.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub sighting: Sighting,
    pub judged: Judged,
    /// Of a good picture only.
    pub page: Option<Page>,
    pub reading: Reading,
    /// Every check that what was read allows.
    pub findings: Vec<Finding>,
}

/// What is printed on a page for machines and clerks.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Quarters by which the page was turned clockwise to be read.
    pub quarters: u8,
    pub zone: Option<Result<ReadZone, Unrepaired>>,
    pub numbers: Vec<Number>,
}

/// A machine readable zone that was read and whose check digits are right.
#[derive(Clone, Debug)]
pub struct ReadZone {
    pub mrz: Mrz,
    /// Probability of its least sure place.
    pub confidence: f32,
    /// Places that check digits decided against the likeliest character, counted over all lines: to be shown to the person.
    pub changed: Vec<usize>,
}

/// Finds, judges, straightens, reads and checks. A picture that is not good is not read: what it says would be guessed.
#[must_use]
pub fn analyse(
    finder: &mut Finder,
    net: &Net,
    picture: &Gray,
    expected: Expected,
    today: Date,
) -> Analysis {
    let sighting = finder.find(picture, expected);
    let judged = measure(picture, &sighting, expected);
    let page = judged.good.and_then(|good| good.page(picture));
    let reading = page.as_ref().map_or_else(Reading::default, |page| {
        read(page.picture(), net, expected, today)
    });
    let findings = check(&reading.evidence(), today);
    Analysis {
        sighting,
        judged,
        page,
        reading,
        findings,
    }
}

/// Reads a page, upside down or lying on a side too, the first way that says something.
#[must_use]
pub fn read(page: &Gray, net: &Net, expected: Expected, today: Date) -> Reading {
    // Passports and cards are only ever found lying; sheets either way.
    let turns: &[u8] = match expected {
        Expected::Passport | Expected::Card => &[0, 2],
        Expected::Sheet | Expected::Any => &[0, 2, 1, 3],
    };
    let mut last = Reading::default();
    for quarters in turns {
        let reading = match quarters {
            0 => upright(page, net, expected, today),
            quarters => Reading {
                quarters: *quarters,
                ..upright(&page.turned(*quarters), net, expected, today)
            },
        };
        if matches!(reading.zone, Some(Ok(_))) || !reading.numbers.is_empty() {
            return reading;
        }
        // A zone that was seen and not understood says more than none.
        if last.zone.is_none() {
            last = reading;
        }
    }
    last
}

fn upright(page: &Gray, net: &Net, expected: Expected, today: Date) -> Reading {
    let zone = match expected {
        Expected::Sheet => None,
        _ => find_zone(page, net),
    };
    let zone = zone.map(|zone| {
        let repaired = zone.settle(today)?;
        let mrz = Mrz::from_zone(zone.format, &repaired.zone, today);
        let places = zone.likeliest().into_iter().map(|(_, sure)| sure);
        Ok(ReadZone {
            mrz: mrz.map_err(|_| Unrepaired::Wrong)?,
            confidence: places.fold(1.0, f32::min),
            changed: repaired.changed,
        })
    });
    let kinds: &[Kind] = match expected {
        _ if zone.is_some() => &[],
        Expected::Passport => &[],
        Expected::Card => &[Kind::ResidentId, Kind::Nric],
        Expected::Sheet => &[Kind::Uscc, Kind::Uen],
        Expected::Any => &Kind::ALL,
    };
    let found = kinds
        .iter()
        .flat_map(|kind| find_numbers(page, net, *kind, today));
    Reading {
        quarters: 0,
        zone,
        numbers: found.collect(),
    }
}

impl Reading {
    /// For the checks.
    fn evidence(&self) -> Evidence {
        let number = |kind: Kind| {
            let mut numbers = self.numbers.iter();
            let found = numbers.find(|number| number.kind == kind)?;
            Some(found.text.expose())
        };
        let company = number(Kind::Uscc).or_else(|| number(Kind::Uen));
        Evidence {
            mrz: self
                .zone
                .as_ref()
                .and_then(|zone| Some(zone.as_ref().ok()?.mrz.clone())),
            resident_id: number(Kind::ResidentId).and_then(|text| text.parse().ok()),
            company_on_paper: company.and_then(|text| text.parse::<CompanyNumber>().ok()),
            ..Evidence::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        Date::new(2026, 11, 23).unwrap()
    }

    #[test]
    fn an_empty_desk_is_sent_back_and_not_read() {
        let desk = Gray::new(640, 480, vec![120; 640 * 480]).unwrap();
        let net = Net::trained();
        let found = analyse(&mut Finder::default(), &net, &desk, Expected::Any, day());
        assert_eq!(found.sighting, Sighting::Nothing);
        assert_eq!(
            found.judged.reasons,
            [crate::quality::Instruction::ShowDocument]
        );
        assert!(found.page.is_none() && found.reading.zone.is_none());
        assert!(found.findings.is_empty());
    }
}
