use api_types::{
    account::RecoveryCodes,
    passkey::{Ceremony, NewPasskey, Passkey, Passkeys},
};
use axum::{
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::Response,
};
use market::{Refusal, check_person};
use serde_json::json;
use store::account::{Account, AddedPasskey, Rotation};
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential, Uuid};

use crate::{
    asked::{Body, Ids},
    chance, clock,
    identity::{SignedIn, passkey, recovery, token::Token},
    problem::Error,
    routes::Api,
    wire,
};

/// The passkeys that the account's devices hold.
#[utoipa::path(get, path = "/me/passkeys", tag = "account", responses((status = 200, body = Passkeys)))]
pub(super) async fn list(State(api): State<Api>, who: SignedIn) -> Result<Response, Error> {
    let kept = api.store.accounts().passkeys(who.session.account).await?;
    let view = |kept: store::account::Passkey| Passkey {
        id: kept.id,
        name: kept.name,
        made_at: kept.made_at.0,
        used_at: kept.used_at.map(|at| at.0),
    };
    Ok(wire::private(&Passkeys {
        items: kept.into_iter().map(view).collect(),
    }))
}

/// Asks a device to make one. An account that has a second factor needs it to get another.
#[utoipa::path(post, path = "/me/passkeys", tag = "account", responses((status = 200, body = Ceremony)))]
pub(super) async fn begin(
    State(api): State<Api>,
    who: SignedIn,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let account = proven(&api, &who).await?;
    api.gate.code(account.id, clock::now())?;
    let kept = api.store.accounts().passkeys(account.id).await?;
    let has = kept.into_iter().map(|kept| kept.credential);
    let (challenge, state) = passkey::relying_party(&headers)?.start_passkey_registration(
        Uuid::from_bytes(*account.id.as_bytes()),
        account.email.as_str(),
        &account.name,
        Some(has.collect()),
    )?;
    let mut options = passkey::options(&challenge)?;
    // Found without a name typed first; a key that cannot be is of no use to us.
    if let Some(wanted) = options.get_mut("authenticatorSelection") {
        wanted["residentKey"] = json!("required");
        wanted["requireResidentKey"] = json!(true);
    }
    Ok(wire::private(
        &passkey::begin(&api, Some(account.id), &state, options).await?,
    ))
}

/// Keeps one that a device has made. All other sessions end. Recovery codes come with the account's first second factor.
#[utoipa::path(put, path = "/me/passkeys", tag = "account", request_body = NewPasskey,
    responses((status = 200, body = RecoveryCodes)))]
pub(super) async fn add(
    State(api): State<Api>,
    who: SignedIn,
    headers: HeaderMap,
    Body(form): Body<NewPasskey>,
) -> Result<Response, Error> {
    let now = clock::now();
    let account = proven(&api, &who).await?;
    let mut faults = Vec::new();
    let name = check_person(&mut faults, &form.name);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults).into());
    }
    let hub = passkey::relying_party(&headers)?;
    let state: PasskeyRegistration =
        passkey::end(&api, Some(account.id), form.ceremony, now).await?;
    let made: RegisterPublicKeyCredential = passkey::answer(form.credential)?;
    let key = hub.finish_passkey_registration(&made, &state)?;
    let codes = recovery::codes()?;
    let token = Token::new()?;
    let added = AddedPasskey {
        account: account.id,
        passkey: store::account::Passkey {
            id: chance::id(now)?,
            credential: key.cred_id().to_vec(),
            name,
            passkey: serde_json::to_string(&key).map_err(|_| Error::Passkey)?,
            made_at: now,
            used_at: None,
        },
        recovery: recovery::digests(&codes),
        session: rotation(&who, &token),
    };
    let added = api.store.accounts().add_passkey(added).await?;
    let codes = if added.ok_or(Error::Passkey)? {
        codes
    } else {
        Vec::new()
    };
    let mut response = wire::private(&RecoveryCodes { codes });
    response.headers_mut().insert(SET_COOKIE, token.cookie());
    Ok(response)
}

/// Removes one. All other sessions end.
#[utoipa::path(delete, path = "/me/passkeys/{passkey}", tag = "account", responses((status = 204)))]
pub(super) async fn remove(
    State(api): State<Api>,
    who: SignedIn,
    Ids([key]): Ids<1>,
) -> Result<Response, Error> {
    let account = proven(&api, &who).await?;
    let token = Token::new()?;
    let accounts = api.store.accounts();
    let session = rotation(&who, &token);
    if !accounts
        .remove_passkey(account.id, key, session, clock::now())
        .await?
    {
        return Err(Error::NotFound);
    }
    let mut response = wire::done();
    response.headers_mut().insert(SET_COOKIE, token.cookie());
    Ok(response)
}

fn rotation(who: &SignedIn, token: &Token) -> Rotation {
    Rotation {
        from: who.digest,
        to: token.digest(),
    }
}

async fn proven(api: &Api, who: &SignedIn) -> Result<Account, Error> {
    let account = api.store.accounts().by_id(who.session.account).await?;
    let account = account.ok_or(Error::NotFound)?;
    who.must_be_proven(&account)?;
    Ok(account)
}
