use domain::{ParseUenError, ParseUsccError, Text, Uen, Uscc};

use crate::{Fault, Moment, Version, Why, words};

/// Which side of the trade a company stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompanyKind {
    Buyer,
    Supplier,
}

impl CompanyKind {
    /// As it is stored and sent.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Buyer => "buyer",
            Self::Supplier => "supplier",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Buyer, Self::Supplier]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// By what a state knows a company.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Registration {
    /// Singapore.
    Uen(Uen),
    /// Mainland China.
    Uscc(Uscc),
}

impl Registration {
    /// By the scheme's name, `uen` or `uscc`.
    ///
    /// # Errors
    /// What is wrong with the number, or that there is no such scheme.
    pub fn parse(scheme: &str, number: &str) -> Result<Self, Fault> {
        // Whether form or check, it is no number of this scheme.
        let fault = Fault::new("/registration/number", Why::Check);
        match scheme {
            "uen" => number
                .parse()
                .map(Self::Uen)
                .map_err(|_: ParseUenError| fault),
            "uscc" => number
                .parse()
                .map(Self::Uscc)
                .map_err(|_: ParseUsccError| fault),
            _ => Err(Fault::new("/registration/scheme", Why::Form)),
        }
    }

    #[must_use]
    pub fn scheme(&self) -> &'static str {
        match self {
            Self::Uen(_) => "uen",
            Self::Uscc(_) => "uscc",
        }
    }

    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Uen(uen) => uen.as_str(),
            Self::Uscc(uscc) => uscc.as_str(),
        }
    }
}

/// What a company says of itself, checked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CompanyForm {
    pub kind: CompanyKind,
    pub registration: Registration,
    pub name: Text,
    pub about: Text,
}

impl CompanyForm {
    /// Checks what was typed. A name in one language is enough to begin with.
    ///
    /// # Errors
    /// Every fault, in the order of the form.
    pub fn check(
        kind: CompanyKind,
        registration: (&str, &str),
        name: Text,
        about: Text,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let registration = Registration::parse(registration.0, registration.1);
        let registration = registration.map_err(|fault| faults.push(fault)).ok();
        words::check(&mut faults, "/name/en", &name.en, words::NAME);
        words::check(&mut faults, "/name/zh", &name.zh, words::NAME);
        words::check(&mut faults, "/about/en", &about.en, words::ABOUT);
        words::check(&mut faults, "/about/zh", &about.zh, words::ABOUT);
        let name = Text::new(words::clean(&name.en, false), words::clean(&name.zh, false));
        let about = Text::new(words::clean(&about.en, true), words::clean(&about.zh, true));
        if name.en.is_empty() && name.zh.is_empty() {
            faults.push(Fault::new("/name", Why::Missing));
        }
        match registration {
            Some(registration) if faults.is_empty() => Ok(Self {
                kind,
                registration,
                name,
                about,
            }),
            _ => Err(faults),
        }
    }
}

/// A company that is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Company {
    pub form: CompanyForm,
    pub version: Version,
    pub created_at: Moment,
    pub updated_at: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_names_all_its_faults() {
        let form = |number: (&str, &str), name: &str| {
            let name = Text::new(name, "");
            CompanyForm::check(CompanyKind::Buyer, number, name, Text::default())
        };
        assert!(form(("uen", "202630832C"), "Bolt").is_ok());
        assert!(form(("uscc", "91350100M000100Y43"), "Bolt").is_ok());
        let faults = |number, name| {
            let faults = form(number, name).unwrap_err();
            faults
                .into_iter()
                .map(|fault| (fault.pointer.into_owned(), fault.why))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            faults(("uen", "202630832D"), "B"),
            [("/registration/number".to_owned(), Why::Check)]
        );
        assert_eq!(
            faults(("uscc", "202630832C"), "B"),
            [("/registration/number".to_owned(), Why::Check)]
        );
        assert_eq!(
            faults(("vat", "1"), ""),
            [
                ("/registration/scheme".to_owned(), Why::Form),
                ("/name".to_owned(), Why::Missing)
            ]
        );
        assert_eq!(
            faults(("uen", "202630832C"), &"b".repeat(121)),
            [("/name/en".to_owned(), Why::TooLong)]
        );
    }
}
