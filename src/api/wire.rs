//! Values of the market into bodies, and back.

use api_types::{change, company, draft, member};
use axum::{
    Json,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, ETAG},
    },
    response::{IntoResponse, Response},
};
use domain::{Id, Text};
use market::{CompanyKind, DraftKind, Noun, Role, Version};
use serde::Serialize;

use crate::{problem::Error, version};

/// What is one's own is kept by nobody on the way.
const PRIVATE: HeaderValue = HeaderValue::from_static("no-store");
/// It may be kept by its owner's browser, and is asked for again each time.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("private, no-cache");

pub(crate) fn private(body: &impl Serialize) -> Response {
    let mut response = Json(body).into_response();
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
}

/// Done, and there is nothing to say of it.
pub(crate) fn done() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
}

/// One thing at one version, or that the client has it already.
pub(crate) fn versioned(request: &HeaderMap, version: Version, body: &impl Serialize) -> Response {
    let mut response = if version::is_had(request, version) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Json(body).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, ASK_AGAIN);
    headers.insert(ETAG, version::tag(version));
    response
}

/// What a change came to: 201 for what is new by it.
pub(crate) fn receipt(receipt: store::company::Receipt, makes_new: bool) -> Response {
    let body = change::Receipt {
        id: receipt.id,
        version: receipt.version,
    };
    let status = if makes_new && !receipt.is_replayed {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
        .headers_mut()
        .insert(ETAG, version::tag(receipt.version));
    response
}

/// What to give as `after` for the next page.
pub(crate) fn next<T>(page: &store::company::Page<T>, id: impl Fn(&T) -> Id) -> Option<String> {
    page.items
        .last()
        .filter(|_| page.has_more)
        .map(|last| id(last).to_string())
}

pub(crate) fn role(role: Role) -> member::Role {
    match role {
        Role::Viewer => member::Role::Viewer,
        Role::Trader => member::Role::Trader,
        Role::Administrator => member::Role::Administrator,
    }
}

pub(crate) fn role_in(role: member::Role) -> Role {
    match role {
        member::Role::Viewer => Role::Viewer,
        member::Role::Trader => Role::Trader,
        member::Role::Administrator => Role::Administrator,
    }
}

pub(crate) fn draft_kind_in(kind: draft::DraftKind) -> DraftKind {
    match kind {
        draft::DraftKind::SourcingRequest => DraftKind::SourcingRequest,
        draft::DraftKind::Product => DraftKind::Product,
        draft::DraftKind::Profile => DraftKind::Profile,
    }
}

pub(crate) fn draft(found: store::company::Draft) -> Result<draft::Draft, Error> {
    let damaged = || Error::Store(store::StoreError::Damaged { what: "a draft" });
    let kind = match found.kind {
        DraftKind::SourcingRequest => draft::DraftKind::SourcingRequest,
        DraftKind::Product => draft::DraftKind::Product,
        DraftKind::Profile => draft::DraftKind::Profile,
    };
    Ok(draft::Draft {
        id: found.id,
        kind,
        content: serde_json::from_str(&found.content).map_err(|_| damaged())?,
        version: found.version,
        updated_at: found.updated_at.0,
    })
}

pub(crate) fn company((id, found): store::company::Company) -> company::Company {
    let words = |text: Text| company::Words {
        en: text.en,
        zh: text.zh,
    };
    let form = found.form;
    company::Company {
        id,
        kind: match form.kind {
            CompanyKind::Buyer => company::CompanyKind::Buyer,
            CompanyKind::Supplier => company::CompanyKind::Supplier,
        },
        registration: company::Registration {
            scheme: match form.registration {
                market::Registration::Uen(_) => company::Scheme::Uen,
                market::Registration::Uscc(_) => company::Scheme::Uscc,
            },
            number: form.registration.number().to_owned(),
        },
        name: company::Name {
            en: form.name.en,
            zh: form.name.zh,
        },
        about: words(form.about),
        version: found.version,
        created_at: found.created_at.0,
        updated_at: found.updated_at.0,
    }
}

pub(crate) fn company_in(form: company::CompanyForm) -> Result<market::CompanyForm, Error> {
    let kind = match form.kind {
        company::CompanyKind::Buyer => CompanyKind::Buyer,
        company::CompanyKind::Supplier => CompanyKind::Supplier,
    };
    let scheme = match form.registration.scheme {
        company::Scheme::Uen => "uen",
        company::Scheme::Uscc => "uscc",
    };
    let text = |words: company::Words| Text::new(words.en, words.zh);
    let number = &form.registration.number[..];
    let is_number =
        (9..=18).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_number {
        let fault = market::Fault::new("/registration/number", market::Why::Form);
        return Err(market::Refusal::Invalid(vec![fault]).into());
    }
    let registration = (scheme, number);
    let checked = market::CompanyForm::check(
        kind,
        registration,
        Text::new(form.name.en, form.name.zh),
        text(form.about),
    );
    checked.map_err(|faults| market::Refusal::Invalid(faults).into())
}

pub(crate) fn change(found: store::company::Change) -> change::Change {
    let noun = match found.notice.noun {
        Noun::Account => change::Noun::Account,
        Noun::Company => change::Noun::Company,
        Noun::Member => change::Noun::Member,
        Noun::Invitation => change::Noun::Invitation,
        Noun::Draft => change::Noun::Draft,
    };
    change::Change {
        number: found.number,
        noun,
        id: found.notice.id,
        version: found.notice.version,
        is_gone: found.notice.is_gone,
        at: found.at.0,
    }
}
