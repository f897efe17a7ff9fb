use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::{Fault, Why, words};

/// Where a person is reached and what they sign in with, in lower case.
///
/// Far less than RFC 5321 allows, and all that people have: letters, digits and `._%+-` before one `@`, a name with a
/// dot behind it.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an e-mail address")]
pub struct ParseEmailError;

impl Email {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = ParseEmailError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.to_ascii_lowercase();
        let (local, host) = text.split_once('@').ok_or(ParseEmailError)?;
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_local = (1..=64).contains(&local.len())
            && local
                .bytes()
                .all(|byte| is_plain(byte) || b"._%+-".contains(&byte));
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| is_plain(byte) || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let is_host = text.len() <= 254 && host.contains('.') && host.split('.').all(is_label);
        (is_local && is_host)
            .then_some(Self(text))
            .ok_or(ParseEmailError)
    }
}

impl TryFrom<String> for Email {
    type Error = ParseEmailError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Why a password will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than 12 characters.
    TooShort,
    /// More than 128 characters: hashing must stay cheap.
    TooLong,
    /// Made of too few different characters, or of the person's own name.
    Guessable,
}

/// Length is what makes a password hard to guess; rules about kinds of characters only make it hard to remember
/// (OWASP ASVS 5.0, 6.2).
///
/// # Errors
/// The first fault found.
pub fn check_password(password: &str, email: &Email, name: &str) -> Result<(), PasswordFault> {
    let length = password.chars().count();
    if length < 12 {
        return Err(PasswordFault::TooShort);
    }
    if length > 128 {
        return Err(PasswordFault::TooLong);
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    let lower = password.to_lowercase();
    let local = email.as_str().split('@').next().unwrap_or_default();
    let own = [local, &name.to_lowercase()];
    // A part of it may be one's name; most of it may not.
    let is_own = own
        .iter()
        .any(|word| word.len() * 2 > lower.len() && lower.contains(word));
    if different.len() < 5 || is_own {
        return Err(PasswordFault::Guessable);
    }
    Ok(())
}

/// What a person calls themselves, as it is kept.
pub fn check_person(faults: &mut Vec<Fault>, name: &str) -> String {
    words::check(faults, "/name", name, words::NAME);
    let name = words::clean(name, false);
    if name.is_empty() {
        faults.push(Fault::new("/name", Why::Missing));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_text() {
        let check =
            |text: &str, right: bool| assert_eq!(text.parse::<Email>().is_ok(), right, "{text}");
        check("wei.tan@tuasbolt.example", true);
        check("a+b_c%d-e@x-1.y.sg", true);
        for wrong in [
            "", "@", "a@b", "a@", "@b.sg", "a@b..sg", "a@-b.sg", "a@b-.sg", "a b@c.sg", "a@b@c.sg",
            "é@b.sg", "a@b.sg\n",
        ] {
            check(wrong, false);
        }
        check(&format!("{}@b.sg", "a".repeat(65)), false);
        assert_eq!(
            "Wei@Bolt.SG".parse::<Email>().unwrap().as_str(),
            "wei@bolt.sg"
        );
    }

    #[test]
    fn a_password_is_long_and_not_ones_own_name() {
        let email: Email = "tan.wei.ling@bolt.sg".parse().unwrap();
        let check = |password: &str, expected| {
            assert_eq!(
                check_password(password, &email, "Tan Wei Ling"),
                expected,
                "{password}"
            );
        };
        check("correct horse battery", Ok(()));
        check("采购员的十二个字的长密码呀", Ok(()));
        check("short", Err(PasswordFault::TooShort));
        check(&"abcdefgh".repeat(17), Err(PasswordFault::TooLong));
        check("aaaaaaaaaaaaaaaa", Err(PasswordFault::Guessable));
        check("Tan.Wei.Ling1", Err(PasswordFault::Guessable));
        check("tan wei ling2026", Err(PasswordFault::Guessable));
    }
}
