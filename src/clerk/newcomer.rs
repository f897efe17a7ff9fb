//! Whoever signs up.

use api_types::account::SignUp;
use market::{Email, Fault, PasswordFault, Refusal, Why, check_password, check_person};

/// Address and name of a form that is right, as they are kept.
///
/// # Errors
/// All its faults.
pub fn check(form: &SignUp) -> Result<(Email, String), Refusal> {
    let mut faults = Vec::new();
    let email = form.email.parse::<Email>();
    if email.is_err() {
        faults.push(Fault::new("/email", Why::Form));
    }
    let name = check_person(&mut faults, &form.name);
    if let Ok(email) = &email
        && let Err(fault) = check_password(&form.password, email, &form.name)
    {
        faults.push(Fault::new("/password", why(fault)));
    }
    match email {
        Ok(email) if faults.is_empty() => Ok((email, name)),
        _ => Err(Refusal::Invalid(faults)),
    }
}

#[must_use]
pub fn why(fault: PasswordFault) -> Why {
    match fault {
        PasswordFault::TooShort => Why::TooShort,
        PasswordFault::TooLong => Why::TooLong,
        PasswordFault::Guessable => Why::Guessable,
    }
}
