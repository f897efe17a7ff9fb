use serde::{Deserialize, Serialize};

use crate::{CompanyNumber, Verification};

/// A paper that shows who somebody is or what their company is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Paper {
    /// The data page of a passport.
    Passport,
    /// An identity card with a machine readable zone (TD1, TD2).
    IdentityCard,
    /// Resident identity card of mainland China.
    ChineseResidentCard,
    /// NRIC, FIN card or work pass of Singapore.
    SingaporeCard,
    /// Business profile (BizFile) of ACRA, Singapore's register of companies.
    BusinessProfile,
    /// Business licence of mainland China.
    BusinessLicence,
    /// A bank's letter or statement that names the company and its account.
    BankLetter,
    /// The company's letter that lets somebody act for it.
    AuthorizationLetter,
}

/// What a company does on the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    Buyer,
    Supplier,
}

/// One line of a checklist: any one of these papers will do, the first suits most people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub any_of: &'static [Paper],
    pub when: When,
}

/// Who has to bring it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    /// Not if the register itself names the person as the one who acts for the company.
    NotInRegister,
}

const COMPANY_SINGAPORE: Requirement = Requirement {
    any_of: &[Paper::BusinessProfile],
    when: When::Always,
};
const COMPANY_CHINA: Requirement = Requirement {
    any_of: &[Paper::BusinessLicence],
    when: When::Always,
};
/// Who is to be paid shows whose account it is.
const ACCOUNT: Requirement = Requirement {
    any_of: &[Paper::BankLetter],
    when: When::Always,
};
/// A passport first: Singapore asks companies not to collect NRIC numbers where something else will do (PDPC).
const SIGNATORY_SINGAPORE: Requirement = Requirement {
    any_of: &[
        Paper::Passport,
        Paper::SingaporeCard,
        Paper::ChineseResidentCard,
        Paper::IdentityCard,
    ],
    when: When::Always,
};
const SIGNATORY_CHINA: Requirement = Requirement {
    any_of: &[
        Paper::ChineseResidentCard,
        Paper::Passport,
        Paper::SingaporeCard,
        Paper::IdentityCard,
    ],
    when: When::Always,
};
const AUTHORITY: Requirement = Requirement {
    any_of: &[Paper::AuthorizationLetter],
    when: When::NotInRegister,
};

/// What a company of this role and number brings to be known at a level; each level's list holds the one below.
///
/// A visitor brings nothing, and a contact is confirmed by a code that is sent to them, not by papers.
#[must_use]
pub fn checklist(
    role: Role,
    level: Verification,
    company: &CompanyNumber,
) -> &'static [Requirement] {
    use Role::{Buyer, Supplier};
    use Verification::{CompanyAndSignatoryVerified, CompanyVerified, ContactConfirmed, Visitor};

    let is_chinese = matches!(company, CompanyNumber::Uscc(_));
    match (level, role, is_chinese) {
        (Visitor | ContactConfirmed, ..) => &[],
        (CompanyVerified, Buyer, false) => &[COMPANY_SINGAPORE],
        (CompanyVerified, Buyer, true) => &[COMPANY_CHINA],
        (CompanyVerified, Supplier, false) => &[COMPANY_SINGAPORE, ACCOUNT],
        (CompanyVerified, Supplier, true) => &[COMPANY_CHINA, ACCOUNT],
        (CompanyAndSignatoryVerified, Buyer, false) => {
            &[COMPANY_SINGAPORE, SIGNATORY_SINGAPORE, AUTHORITY]
        }
        (CompanyAndSignatoryVerified, Buyer, true) => &[COMPANY_CHINA, SIGNATORY_CHINA, AUTHORITY],
        (CompanyAndSignatoryVerified, Supplier, false) => {
            &[COMPANY_SINGAPORE, ACCOUNT, SIGNATORY_SINGAPORE, AUTHORITY]
        }
        (CompanyAndSignatoryVerified, Supplier, true) => {
            &[COMPANY_CHINA, ACCOUNT, SIGNATORY_CHINA, AUTHORITY]
        }
    }
}

impl Paper {
    pub const ALL: [Self; 8] = [
        Self::Passport,
        Self::IdentityCard,
        Self::ChineseResidentCard,
        Self::SingaporeCard,
        Self::BusinessProfile,
        Self::BusinessLicence,
        Self::BankLetter,
        Self::AuthorizationLetter,
    ];

    /// Stable: part of what sealed documents are bound to.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::IdentityCard => "identity-card",
            Self::ChineseResidentCard => "cn-resident-card",
            Self::SingaporeCard => "sg-card",
            Self::BusinessProfile => "sg-business-profile",
            Self::BusinessLicence => "cn-business-licence",
            Self::BankLetter => "bank-letter",
            Self::AuthorizationLetter => "authorization-letter",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }

    /// How many sides are needed: both of a card.
    #[must_use]
    pub fn sides(self) -> u8 {
        match self {
            Self::IdentityCard | Self::ChineseResidentCard | Self::SingaporeCard => 2,
            _ => 1,
        }
    }

    /// Whether it is about a person, so that it may be sealed only, and only after they agreed to each purpose.
    #[must_use]
    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Passport | Self::IdentityCard | Self::ChineseResidentCard | Self::SingaporeCard
        )
    }

    /// Whether a PDF will do as well as a picture: companies get these as files.
    #[must_use]
    pub fn may_be_pdf(self) -> bool {
        !self.is_personal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVELS: [Verification; 4] = [
        Verification::Visitor,
        Verification::ContactConfirmed,
        Verification::CompanyVerified,
        Verification::CompanyAndSignatoryVerified,
    ];

    fn companies() -> [CompanyNumber; 2] {
        ["202630832C", "91350100M000100Y43"].map(|number| number.parse().unwrap())
    }

    #[test]
    fn each_level_asks_for_what_the_one_below_did_and_more() {
        for role in [Role::Buyer, Role::Supplier] {
            for company in companies() {
                for pair in LEVELS.windows(2) {
                    let (lower, higher) = (
                        checklist(role, pair[0], &company),
                        checklist(role, pair[1], &company),
                    );
                    assert!(lower.iter().all(|line| higher.contains(line)));
                }
                assert!(checklist(role, Verification::ContactConfirmed, &company).is_empty());
            }
        }
    }

    #[test]
    fn companies_show_the_register_of_their_country_and_suppliers_their_account() {
        let [singapore, china] = companies();
        let at_two = |role, company| checklist(role, Verification::CompanyVerified, company);
        assert_eq!(
            at_two(Role::Buyer, &singapore)[0].any_of,
            [Paper::BusinessProfile]
        );
        assert_eq!(
            at_two(Role::Buyer, &china)[0].any_of,
            [Paper::BusinessLicence]
        );
        assert_eq!(
            at_two(Role::Supplier, &china)[1].any_of,
            [Paper::BankLetter]
        );
    }

    #[test]
    fn nobody_shows_papers_about_themselves_below_the_highest_level() {
        for role in [Role::Buyer, Role::Supplier] {
            for company in companies() {
                for level in LEVELS {
                    let asks_person = checklist(role, level, &company)
                        .iter()
                        .any(|line| line.any_of.iter().any(|paper| paper.is_personal()));
                    assert_eq!(
                        asks_person,
                        level == Verification::CompanyAndSignatoryVerified
                    );
                }
            }
        }
    }

    #[test]
    fn codes_are_stable_and_fit_an_envelope() {
        for paper in Paper::ALL {
            assert_eq!(Paper::from_code(paper.code()), Some(paper));
            assert!(
                paper.code().bytes().all(|byte| byte.is_ascii_graphic()) && paper.code().len() < 60
            );
            assert_eq!(paper.may_be_pdf(), !paper.is_personal());
        }
    }
}
