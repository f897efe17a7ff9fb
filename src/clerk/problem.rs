//! Refusals of the market as problems.

use api_types::problem::{Code, FieldCode, FieldError};
use market::{Fault, Refusal, Version, Why};

/// The HTTP status and the code of a refusal.
#[must_use]
pub fn of(refusal: &Refusal) -> (u16, Code) {
    match refusal {
        Refusal::SignIn => (401, Code::SignInRequired),
        Refusal::NotFound => (404, Code::NotFound),
        Refusal::Forbidden => (403, Code::Forbidden),
        Refusal::SecondFactorNeeded => (403, Code::SecondFactorNeeded),
        Refusal::Exists { .. } => (409, Code::Exists),
        Refusal::Changed { .. } => (412, Code::Changed),
        // RFC 9110, 15.5.10 and 15.5.13: 412 is for what the headers name, not for what a body does.
        Refusal::Behind { .. } => (409, Code::Changed),
        Refusal::KeyReused => (422, Code::IdempotencyKeyReused),
        Refusal::LastAdministrator => (409, Code::LastAdministrator),
        Refusal::TooMany => (409, Code::TooMany),
        Refusal::NotSupplier => (409, Code::NotASupplier),
        Refusal::PageMissing => (409, Code::PageMissing),
        Refusal::NotNow => (409, Code::NotNow),
        Refusal::Expired => (409, Code::Expired),
        Refusal::SecondPersonNeeded => (403, Code::SecondPersonNeeded),
        Refusal::Invalid(faults) => {
            // 422 for what the description of the API rules out; what only arithmetic or the other fields rule out
            // is in conflict with itself, and so is a publication with its draft.
            let is_of_draft = |fault: &Fault| {
                let of = ["/cells", "/photos", "/certificates"];
                of.iter().any(|part| fault.pointer.starts_with(part))
            };
            let is_plain = |fault: &Fault| {
                matches!(fault.why, Why::TooShort | Why::TooLong | Why::Form) && !is_of_draft(fault)
            };
            let status = if faults.iter().any(is_plain) {
                422
            } else {
                409
            };
            (status, Code::InvalidBody)
        }
    }
}

/// What is wrong with which field.
#[must_use]
pub fn errors(refusal: &Refusal) -> Vec<FieldError> {
    match refusal {
        Refusal::Invalid(faults) => faults.iter().map(field).collect(),
        _ => Vec::new(),
    }
}

/// The version that stands where the request meant another, or none.
#[must_use]
pub fn version(refusal: &Refusal) -> Option<Version> {
    match refusal {
        Refusal::Exists { version }
        | Refusal::Changed { version }
        | Refusal::Behind { version } => Some(*version),
        _ => None,
    }
}

fn field(fault: &Fault) -> FieldError {
    let code = match fault.why {
        Why::Missing => FieldCode::Missing,
        Why::TooShort => FieldCode::TooShort,
        Why::TooLong => FieldCode::TooLong,
        Why::Form => FieldCode::Form,
        Why::Check => FieldCode::Check,
        Why::Guessable => FieldCode::Guessable,
        Why::Taken => FieldCode::Taken,
    };
    FieldError {
        pointer: fault.pointer.clone().into_owned(),
        code,
        detail: fault.detail.as_deref().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_a_form_are_pointed_at() {
        let faults = vec![Fault::new("/registration/number", Why::Check)];
        let refusal = Refusal::Invalid(faults);
        let text = serde_json::to_string(&errors(&refusal)).unwrap();
        assert_eq!(
            text,
            r#"[{"pointer":"/registration/number","code":"check"}]"#
        );
        assert_eq!(of(&refusal).0, 409);
    }
}
