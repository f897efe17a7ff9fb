//! Addresses of the office, below `en/office` and `zh/office`.

use std::fmt;

use api_types::address::Language;
use domain::Id;

/// The first part of every address of the office, behind the language.
pub const FOLDER: &str = "office";

/// A page of the office, without its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficePlace {
    /// What needs whoever is signed in.
    Home,
    SignUp,
    SignIn,
    /// Password, second factor, browsers that are signed in.
    Account,
    /// Setting up an authenticator.
    SecondFactor,
    /// A company that is not there yet.
    Found,
    /// A supplier's file, read and checked in the browser, for anybody.
    Intake,
    Company(Id),
    /// What a supplier writes of its goods, and what buyers are shown of it.
    Catalogue(Id),
    /// A sourcing request is begun; of which company, and with which goods, the query says.
    Ask,
    /// What a buyer has asked suppliers, or what a supplier was asked.
    Requests(Id),
    /// A request of a buyer, from its first line to what came of it.
    Request {
        company: Id,
        request: Id,
    },
    /// What a buyer and a supplier offer each other, for either of them.
    Quotation {
        company: Id,
        quotation: Id,
    },
    /// What a buyer has ordered, or what was ordered from a supplier.
    Orders(Id),
    Order {
        company: Id,
        order: Id,
    },
    /// Its purchase order and proforma invoice, to print.
    Papers {
        company: Id,
        order: Id,
    },
    /// Offers that wait for somebody who may bind the company to so much.
    Approvals(Id),
    /// What traders may order alone, and where the company is paid to.
    Settings(Id),
    /// What others did that the company's people should know.
    Notices(Id),
    /// Accepting an invitation; its secret is the address' fragment, which no server is told.
    Join {
        company: Id,
        invitation: Id,
    },
}

impl OfficePlace {
    /// Those that have one address each.
    pub const FIXED: [Self; 8] = [
        Self::Home,
        Self::SignUp,
        Self::SignIn,
        Self::Account,
        Self::SecondFactor,
        Self::Found,
        Self::Intake,
        Self::Ask,
    ];

    /// Reads what stands behind the language: `office/sign-in`.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.trim_matches('/').split('/');
        if parts.next() != Some(FOLDER) {
            return None;
        }
        let place = match parts.next() {
            None => Self::Home,
            Some("sign-up") => Self::SignUp,
            Some("sign-in") => Self::SignIn,
            Some("account") => Self::Account,
            Some("second-factor") => Self::SecondFactor,
            Some("intake") => Self::Intake,
            Some("request") => Self::Ask,
            Some("company") => match parts.next() {
                None => Self::Found,
                Some(id) => of_company(id.parse().ok()?, &mut parts)?,
            },
            Some("join") => Self::Join {
                company: parts.next()?.parse().ok()?,
                invitation: parts.next()?.parse().ok()?,
            },
            Some(_) => return None,
        };
        parts.next().is_none().then_some(place)
    }

    /// `en/office/sign-in`: no leading slash, resolved against the page's base.
    #[must_use]
    pub fn address(self, language: Language) -> String {
        format!("{}/{self}", language.code())
    }
}

/// Reads what stands behind a company's id.
fn of_company<'a>(company: Id, parts: &mut impl Iterator<Item = &'a str>) -> Option<OfficePlace> {
    let place = match (parts.next(), parts.next()) {
        (None, _) => OfficePlace::Company(company),
        (Some("orders"), None) => OfficePlace::Orders(company),
        (Some("orders"), Some(order)) => OfficePlace::Order {
            company,
            order: order.parse().ok()?,
        },
        (Some("papers"), Some(order)) => OfficePlace::Papers {
            company,
            order: order.parse().ok()?,
        },
        (Some("approvals"), None) => OfficePlace::Approvals(company),
        (Some("settings"), None) => OfficePlace::Settings(company),
        (Some("notices"), None) => OfficePlace::Notices(company),
        (Some("catalogue"), None) => OfficePlace::Catalogue(company),
        (Some("requests"), None) => OfficePlace::Requests(company),
        (Some("requests"), Some(request)) => OfficePlace::Request {
            company,
            request: request.parse().ok()?,
        },
        (Some("quotations"), Some(quotation)) => OfficePlace::Quotation {
            company,
            quotation: quotation.parse().ok()?,
        },
        (Some(_), _) => return None,
    };
    Some(place)
}

impl fmt::Display for OfficePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FOLDER)?;
        match self {
            Self::Home => Ok(()),
            Self::SignUp => f.write_str("/sign-up"),
            Self::SignIn => f.write_str("/sign-in"),
            Self::Account => f.write_str("/account"),
            Self::SecondFactor => f.write_str("/second-factor"),
            Self::Found => f.write_str("/company"),
            Self::Intake => f.write_str("/intake"),
            Self::Company(id) => write!(f, "/company/{id}"),
            Self::Catalogue(id) => write!(f, "/company/{id}/catalogue"),
            Self::Ask => f.write_str("/request"),
            Self::Requests(id) => write!(f, "/company/{id}/requests"),
            Self::Request { company, request } => {
                write!(f, "/company/{company}/requests/{request}")
            }
            Self::Quotation { company, quotation } => {
                write!(f, "/company/{company}/quotations/{quotation}")
            }
            Self::Orders(id) => write!(f, "/company/{id}/orders"),
            Self::Order { company, order } => write!(f, "/company/{company}/orders/{order}"),
            Self::Papers { company, order } => write!(f, "/company/{company}/papers/{order}"),
            Self::Approvals(id) => write!(f, "/company/{id}/approvals"),
            Self::Settings(id) => write!(f, "/company/{id}/settings"),
            Self::Notices(id) => write!(f, "/company/{id}/notices"),
            Self::Join {
                company,
                invitation,
            } => write!(f, "/join/{company}/{invitation}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use api_types::address::split;

    use super::*;

    #[test]
    fn every_place_is_found_at_its_address() {
        let [company, invitation] = [1, 2].map(|time| Id::new(time, [7; 10]));
        let named = [
            OfficePlace::Company(company),
            OfficePlace::Catalogue(company),
            OfficePlace::Requests(company),
            OfficePlace::Request {
                company,
                request: invitation,
            },
            OfficePlace::Quotation {
                company,
                quotation: invitation,
            },
            OfficePlace::Orders(company),
            OfficePlace::Order {
                company,
                order: invitation,
            },
            OfficePlace::Papers {
                company,
                order: invitation,
            },
            OfficePlace::Approvals(company),
            OfficePlace::Settings(company),
            OfficePlace::Notices(company),
            OfficePlace::Join {
                company,
                invitation,
            },
        ];
        for place in OfficePlace::FIXED.into_iter().chain(named) {
            let address = place.address(Language::Chinese);
            assert_eq!(OfficePlace::parse(split(&address).1), Some(place));
            let slashed = format!("/{address}/");
            assert_eq!(OfficePlace::parse(split(&slashed).1), Some(place));
        }
        for nowhere in [
            "",
            "products",
            "offices",
            "office/nowhere",
            "office/company/7",
            "office/company/0190163d-8694-739b-aea5-966c26f8ad90/quotations",
            "office/company/0190163d-8694-739b-aea5-966c26f8ad90/catalogue/again",
            "office/sign-in/again",
            "office/join",
        ] {
            assert_eq!(OfficePlace::parse(nowhere), None, "{nowhere}");
        }
    }
}
