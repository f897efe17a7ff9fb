use api_types::{
    change::Receipt,
    member::{Acceptance, InvitationForm, Invitations},
};
use axum::{extract::State, response::Response};
use clerk::words;
use market::{Command, access::Route};

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
    let view = |(id, found)| words::invitation(id, &found);
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
    let (email, role, digest) = words::invitation_in(&form)?;
    let command = Command::Invite {
        invitation,
        email,
        role,
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
    let digest = words::secret_in(&form);
    api.order(
        &who,
        company,
        terms,
        (Command::Accept { invitation, digest }, true),
    )
    .await
}
