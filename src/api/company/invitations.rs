use api_types::{
    change::Receipt,
    member::{Acceptance, Invitation, InvitationForm, Invitations},
};
use axum::{extract::State, response::Response};
use market::{Command, Email, Fault, Refusal, Why, access::Route};
use sha2::{Digest, Sha256};

use crate::{
    asked::{Asked, Bare, Change, Ids, Paging},
    identity::SignedIn,
    problem::Error,
    routes::Api,
    wire,
};

/// Places that are kept free.
#[utoipa::path(get, path = "/companies/{company}/invitations", tag = "company",
    responses((status = 200, body = Invitations)))]
pub(super) async fn list(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company]): Ids<1>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Error> {
    who.may(&api, Route::ListInvitations, Some(company)).await?;
    let page = api
        .store
        .companies()
        .invitations(company, paging.after, paging.most()?)
        .await?;
    let next = wire::next(&page, |(id, _)| *id);
    let view = |(id, invitation): (domain::Id, market::Invitation)| Invitation {
        id,
        email: invitation.email.to_string(),
        role: wire::role(invitation.role),
        expires_at: invitation.expires_at.0,
    };
    Ok(wire::private(&Invitations {
        items: page.items.into_iter().map(view).collect(),
        next,
    }))
}

/// Keeps a place free for whoever brings the secret within a fortnight.
#[utoipa::path(put, path = "/companies/{company}/invitations/{invitation}", tag = "company",
    request_body = InvitationForm,
    responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn invite(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, invitation]): Ids<2>,
    Change(terms, form): Change<InvitationForm>,
) -> Result<Response, Error> {
    let mut faults = Vec::new();
    let email = form.email.parse::<Email>();
    if email.is_err() {
        faults.push(Fault::new("/email", Why::Form));
    }
    let digest = hexadecimal(&form.secret_hash);
    if digest.is_none() {
        faults.push(Fault::new("/secret_hash", Why::Form));
    }
    let (Ok(email), Some(digest)) = (email, digest) else {
        return Err(Refusal::Invalid(faults).into());
    };
    let command = Command::Invite {
        invitation,
        email,
        role: wire::role_in(form.role),
        digest,
    };
    api.order(&who, company, terms, (command, true)).await
}

/// Takes an invitation back.
#[utoipa::path(delete, path = "/companies/{company}/invitations/{invitation}", tag = "company",
    responses((status = 200, body = Receipt)))]
pub(super) async fn revoke(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, invitation]): Ids<2>,
    Bare(terms): Bare,
) -> Result<Response, Error> {
    api.order(
        &who,
        company,
        terms,
        (Command::Revoke { invitation }, false),
    )
    .await
}

/// Makes whoever is signed in a member. A wrong secret, and an invitation that is not there, look the same.
#[utoipa::path(post, path = "/companies/{company}/invitations/{invitation}/acceptance", tag = "company",
    request_body = Acceptance, responses((status = 201, body = Receipt), (status = 200, body = Receipt)))]
pub(super) async fn accept(
    State(api): State<Api>,
    who: SignedIn,
    Ids([company, invitation]): Ids<2>,
    Change(terms, form): Change<Acceptance>,
) -> Result<Response, Error> {
    let digest = Sha256::digest(form.secret).into();
    api.order(
        &who,
        company,
        terms,
        (Command::Accept { invitation, digest }, true),
    )
    .await
}

fn hexadecimal(text: &str) -> Option<[u8; 32]> {
    let is_lower = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if text.len() != 64 || !text.bytes().all(is_lower) {
        return None;
    }
    let mut digest = [0; 32];
    for (byte, at) in digest.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(digest)
}
