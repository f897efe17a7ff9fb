use api_types::{
    account::Me,
    passkey::{Ceremony, PasskeySignIn},
};
use axum::{extract::State, http::HeaderMap, response::Response};
use domain::Id;
use store::account::Factor;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::sign_in;
use crate::{
    asked::Body,
    clock,
    identity::{passkey, peer::Peer},
    problem::Error,
    routes::Api,
    wire,
};

/// Asks a device for whichever passkey of the hub's it holds. Says nothing of who has one.
#[utoipa::path(post, path = "/sign-in/passkey", tag = "account", responses((status = 200, body = Ceremony)))]
pub(super) async fn begin(
    State(api): State<Api>,
    peer: Peer,
    headers: HeaderMap,
) -> Result<Response, Error> {
    api.gate.passkey(peer.0, clock::now())?;
    let (challenge, state) =
        passkey::relying_party(&headers)?.start_discoverable_authentication()?;
    let options = passkey::options(&challenge)?;
    Ok(wire::private(
        &passkey::begin(&api, None, &state, options).await?,
    ))
}

/// Opens a session for whoever shows a passkey, in place of the one that the browser had. The device has made sure of
/// its owner: no further factor is asked for.
#[utoipa::path(put, path = "/sign-in/passkey", tag = "account", request_body = PasskeySignIn,
    responses((status = 200, body = Me)))]
pub(super) async fn finish(
    State(api): State<Api>,
    peer: Peer,
    headers: HeaderMap,
    Body(form): Body<PasskeySignIn>,
) -> Result<Response, Error> {
    let now = clock::now();
    api.gate.passkey(peer.0, now)?;
    let hub = passkey::relying_party(&headers)?;
    let state: DiscoverableAuthentication = passkey::end(&api, None, form.ceremony, now).await?;
    let shown: PublicKeyCredential = passkey::answer(form.credential)?;
    let (whose, credential) = hub.identify_discoverable_authentication(&shown)?;
    let accounts = api.store.accounts();
    let whose = Id::from_bytes(*whose.as_bytes());
    // Whether account or key is unknown, or the key's signature wrong, is not said.
    let account = accounts.by_id(whose).await?.ok_or(Error::SignInFailed)?;
    let kept = accounts.passkeys(whose).await?;
    let kept = kept.into_iter().find(|kept| kept.credential == credential);
    let kept = kept.ok_or(Error::SignInFailed)?;
    let mut key: Passkey = serde_json::from_str(&kept.passkey).map_err(|_| Error::SignInFailed)?;
    let result = hub
        .finish_discoverable_authentication_v2(&shown, state, &key)
        .map_err(|_| Error::SignInFailed)?;
    key.update_credential(&result);
    let factor = Factor::Passkey {
        id: kept.id,
        passkey: serde_json::to_string(&key).map_err(|_| Error::SignInFailed)?,
    };
    sign_in::open(&api, &headers, account, factor).await
}
