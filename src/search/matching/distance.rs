//! How far goods travel, by rough zones: enough to tell near from far, and marked as an estimate where it is shown.

/// How far apart two countries are for goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distance {
    Domestic,
    /// By road over a border or two.
    Next,
    /// The same part of the world.
    Region,
    /// A part of the world beside it.
    Neighbor,
    Far,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    SouthEastAsia,
    EastAsia,
    SouthAsia,
    Oceania,
    Gulf,
    Europe,
    Elsewhere,
}

/// ISO 3166-1 alpha-2.
pub type Country = [u8; 2];

/// Countries that trade by road.
const BORDERS: [[Country; 2]; 7] = [
    [*b"SG", *b"MY"],
    [*b"MY", *b"TH"],
    [*b"CN", *b"HK"],
    [*b"CN", *b"MO"],
    [*b"CN", *b"VN"],
    [*b"TH", *b"LA"],
    [*b"TH", *b"KH"],
];

/// Members of the Regional Comprehensive Economic Partnership, in force between all of them since 2 June 2023.
const RCEP: [Country; 15] = [
    *b"AU", *b"BN", *b"CN", *b"ID", *b"JP", *b"KH", *b"KR", *b"LA", *b"MM", *b"MY", *b"NZ", *b"PH",
    *b"SG", *b"TH", *b"VN",
];

impl Distance {
    #[must_use]
    pub fn between(from: Country, to: Country) -> Self {
        if from == to {
            return Distance::Domestic;
        }
        let borders = |pair: &[Country; 2]| *pair == [from, to] || *pair == [to, from];
        if BORDERS.iter().any(borders) {
            return Distance::Next;
        }
        match (zone(from), zone(to)) {
            (Zone::Elsewhere, Zone::Elsewhere) => Distance::Far,
            (from, to) if from == to => Distance::Region,
            (from, to) if beside(from, to) || beside(to, from) => Distance::Neighbor,
            _ => Distance::Far,
        }
    }

    /// A middle estimate of days from dispatch to arrival: by road, and by sea as part of a container with its
    /// handling at both ends.
    #[must_use]
    pub fn transit_days(self) -> u16 {
        match self {
            Distance::Domestic => 1,
            Distance::Next => 3,
            Distance::Region => 10,
            Distance::Neighbor => 18,
            Distance::Far => 35,
        }
    }

    /// A middle estimate of the freight of a kilogram, ten-thousandths of an SGD.
    #[must_use]
    pub fn freight_per_kilogram(self) -> u64 {
        match self {
            Distance::Domestic => 1_000,
            Distance::Next => 2_500,
            Distance::Region => 5_000,
            Distance::Neighbor => 8_000,
            Distance::Far => 15_000,
        }
    }
}

/// Whether goods made in one may enter the other at a preferential duty: within one country there is none to pay, and
/// Singapore, free of duty on all but spirits, tobacco, cars and fuel, asks for none from anywhere.
#[must_use]
pub fn has_preference(origin: Country, destination: Country) -> bool {
    let is_member = |country: &Country| RCEP.contains(country);
    origin == destination
        || destination == *b"SG"
        || destination == *b"HK"
        || (is_member(&origin) && is_member(&destination))
}

fn beside(from: Zone, to: Zone) -> bool {
    matches!(
        (from, to),
        (
            Zone::SouthEastAsia,
            Zone::EastAsia | Zone::SouthAsia | Zone::Oceania
        ) | (Zone::EastAsia, Zone::SouthAsia | Zone::Oceania)
            | (Zone::SouthAsia, Zone::Gulf)
            | (Zone::Gulf, Zone::Europe)
    )
}

fn zone(country: Country) -> Zone {
    match &country {
        b"SG" | b"MY" | b"ID" | b"TH" | b"VN" | b"PH" | b"BN" | b"KH" | b"LA" | b"MM" | b"TL" => {
            Zone::SouthEastAsia
        }
        b"CN" | b"HK" | b"MO" | b"TW" | b"JP" | b"KR" | b"MN" => Zone::EastAsia,
        b"IN" | b"LK" | b"BD" | b"PK" | b"NP" | b"MV" | b"BT" => Zone::SouthAsia,
        b"AU" | b"NZ" | b"PG" | b"FJ" => Zone::Oceania,
        b"AE" | b"SA" | b"QA" | b"KW" | b"BH" | b"OM" | b"JO" | b"IL" | b"TR" | b"IQ" => Zone::Gulf,
        b"DE" | b"FR" | b"NL" | b"BE" | b"LU" | b"GB" | b"IE" | b"ES" | b"PT" | b"IT" | b"AT"
        | b"CH" | b"PL" | b"CZ" | b"SK" | b"HU" | b"RO" | b"BG" | b"GR" | b"SE" | b"NO" | b"DK"
        | b"FI" | b"EE" | b"LV" | b"LT" | b"SI" | b"HR" => Zone::Europe,
        _ => Zone::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_is_told_from_far_in_both_directions() {
        let check = |from: &[u8; 2], to: &[u8; 2], expected: Distance| {
            assert_eq!(Distance::between(*from, *to), expected, "{from:?} {to:?}");
            assert_eq!(Distance::between(*to, *from), expected, "{to:?} {from:?}");
        };
        check(b"SG", b"SG", Distance::Domestic);
        check(b"SG", b"MY", Distance::Next);
        check(b"SG", b"ID", Distance::Region);
        check(b"SG", b"CN", Distance::Neighbor);
        check(b"SG", b"AU", Distance::Neighbor);
        check(b"SG", b"DE", Distance::Far);
        check(b"CN", b"HK", Distance::Next);
        check(b"BR", b"US", Distance::Far);
    }

    #[test]
    fn duty_is_preferred_inside_the_partnership() {
        let check = |origin: &[u8; 2], destination: &[u8; 2], expected: bool| {
            assert_eq!(has_preference(*origin, *destination), expected);
        };
        check(b"CN", b"MY", true);
        check(b"DE", b"SG", true);
        check(b"DE", b"MY", false);
        check(b"IN", b"IN", true);
        check(b"TW", b"CN", false);
    }
}
