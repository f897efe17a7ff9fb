use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// A country or territory: ISO 3166-1 alpha-2, the codes officially assigned in 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an ISO 3166-1 alpha-2 code")]
pub struct ParseCountryError;

/// All 249 codes, ascending.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// The alpha-3 codes of the same, in the same order.
const ALPHA_3: &str = "\
    AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM \
    BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV \
    CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD \
    GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN \
    IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA \
    LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI \
    MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI \
    PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD \
    STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY \
    UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE";

impl Country {
    /// Two capital letters.
    #[must_use]
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).expect("only ASCII capitals are parsed")
    }

    /// By its alpha-3 code, three capital letters, as passports have it.
    #[must_use]
    pub fn from_alpha_3(code: &str) -> Option<Self> {
        let at = ALPHA_3.split(' ').position(|known| known == code)?;
        Self::all().nth(at)
    }

    /// Three capital letters.
    #[must_use]
    pub fn alpha_3(&self) -> &'static str {
        let at = Self::all().position(|country| country == *self);
        at.and_then(|at| ALPHA_3.split(' ').nth(at))
            .expect("there are as many codes of either kind")
    }

    /// In the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES
            .as_bytes()
            .chunks(3)
            .map(|code| Self([code[0], code[1]]))
    }
}

impl FromStr for Country {
    type Err = ParseCountryError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code: [u8; 2] = text.as_bytes().try_into().map_err(|_| ParseCountryError)?;
        Self::all()
            .find(|country| country.0 == code)
            .ok_or(ParseCountryError)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

written_as_text!(Country, ParseCountryError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_list_is_known_and_nothing_else() {
        let all: Vec<Country> = Country::all().collect();
        assert_eq!(all.len(), 249);
        assert!(all.is_sorted_by(|left, right| left < right));
        for country in all {
            assert_eq!(country.to_string().parse(), Ok(country));
        }
        for (two, three) in [
            ("SG", "SGP"),
            ("CN", "CHN"),
            ("DE", "DEU"),
            ("AD", "AND"),
            ("ZW", "ZWE"),
            ("GB", "GBR"),
        ] {
            let country: Country = two.parse().unwrap();
            assert_eq!(country.alpha_3(), three);
        }
        for country in Country::all() {
            assert_eq!(Country::from_alpha_3(country.alpha_3()), Some(country));
        }
        assert_eq!(Country::from_alpha_3("UTO"), None);
        for known in ["SG", "CN", "TW", "HK", "MO", "MY", "ID", "US", "DE"] {
            assert!(known.parse::<Country>().is_ok(), "{known}");
        }
        for wrong in ["", "S", "SGP", "sg", "UK", "EU", "XX", "G ", "新"] {
            assert_eq!(
                wrong.parse::<Country>(),
                Err(ParseCountryError),
                "{wrong:?}"
            );
        }
    }
}
