use api_types::account::SignUp;
use axum::{extract::State, response::Response};
use market::{Email, Fault, PasswordFault, Refusal, Why, check_password, check_person};
use store::account::NewAccount;

use crate::{asked::Body, chance, clock, identity::peer::Peer, problem::Error, routes::Api, wire};

/// Makes an account.
///
/// The answer, and the time it takes, are the same whether the address has an account or not; one that has keeps it as
/// it is.
#[utoipa::path(post, path = "/sign-up", tag = "account", request_body = SignUp, responses((status = 204)))]
pub(super) async fn sign_up(
    State(api): State<Api>,
    peer: Peer,
    Body(form): Body<SignUp>,
) -> Result<Response, Error> {
    let now = clock::now();
    let (email, name) = check(&form)?;
    api.gate.sign_up(peer.0, now)?;
    let password = api.passwords.hash(form.password).await?;
    let account = NewAccount {
        id: chance::id(now)?,
        email,
        name,
        password,
        at: now,
    };
    api.store.accounts().create(account).await?;
    Ok(wire::done())
}

fn check(form: &SignUp) -> Result<(Email, String), Error> {
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
        _ => Err(Refusal::Invalid(faults).into()),
    }
}

pub(super) fn why(fault: PasswordFault) -> Why {
    match fault {
        PasswordFault::TooShort => Why::TooShort,
        PasswordFault::TooLong => Why::TooLong,
        PasswordFault::Guessable => Why::Guessable,
    }
}
