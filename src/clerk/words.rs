//! Values of the market into bodies, and back.

use api_types::{change, company, draft, member};
use domain::{Id, Text};
use market::{
    Command, Company, CompanyForm, CompanyKind, Draft, DraftKind, Email, Fault, Invitation, Moment,
    Notice, Noun, ProductRow, Refusal, Registration, Role, Why,
};
use sha2::{Digest, Sha256};

#[must_use]
pub fn role(role: Role) -> member::Role {
    match role {
        Role::Viewer => member::Role::Viewer,
        Role::Trader => member::Role::Trader,
        Role::Administrator => member::Role::Administrator,
    }
}

#[must_use]
pub fn role_in(role: member::Role) -> Role {
    match role {
        member::Role::Viewer => Role::Viewer,
        member::Role::Trader => Role::Trader,
        member::Role::Administrator => Role::Administrator,
    }
}

#[must_use]
pub fn draft_kind(kind: DraftKind) -> draft::DraftKind {
    match kind {
        DraftKind::SourcingRequest => draft::DraftKind::SourcingRequest,
        DraftKind::Product => draft::DraftKind::Product,
        DraftKind::Profile => draft::DraftKind::Profile,
    }
}

#[must_use]
pub fn draft_kind_in(kind: draft::DraftKind) -> DraftKind {
    match kind {
        draft::DraftKind::SourcingRequest => DraftKind::SourcingRequest,
        draft::DraftKind::Product => DraftKind::Product,
        draft::DraftKind::Profile => DraftKind::Profile,
    }
}

/// `None` where what is kept is no JSON object: this program did not write it.
#[must_use]
pub fn draft(id: Id, found: &Draft) -> Option<draft::Draft> {
    Some(draft::Draft {
        id,
        kind: draft_kind(found.kind),
        content: serde_json::from_str(&found.content).ok()?,
        version: found.version,
        updated_at: found.updated_at.0,
    })
}

/// A draft's content as it is kept.
#[must_use]
pub fn content_in(form: &draft::DraftForm) -> String {
    serde_json::to_string(&form.content).expect("a JSON object is JSON")
}

/// Rows of a supplier's catalogue.
#[must_use]
pub fn products_in(form: draft::ProductsForm) -> Command {
    let rows = form.products.into_iter().map(|row| ProductRow {
        draft: row.id,
        content: serde_json::to_string(&row.content).expect("a JSON object is JSON"),
        known: row.known,
    });
    Command::PutProducts {
        rows: rows.collect(),
    }
}

#[must_use]
pub fn company_kind(kind: CompanyKind) -> company::CompanyKind {
    match kind {
        CompanyKind::Buyer => company::CompanyKind::Buyer,
        CompanyKind::Supplier => company::CompanyKind::Supplier,
    }
}

#[must_use]
pub fn company(id: Id, found: Company) -> company::Company {
    let form = found.form;
    company::Company {
        id,
        kind: company_kind(form.kind),
        registration: company::Registration {
            scheme: match form.registration {
                Registration::Uen(_) => company::Scheme::Uen,
                Registration::Uscc(_) => company::Scheme::Uscc,
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

/// # Errors
/// The form has faults.
pub fn company_in(form: company::CompanyForm) -> Result<CompanyForm, Refusal> {
    let kind = match form.kind {
        company::CompanyKind::Buyer => CompanyKind::Buyer,
        company::CompanyKind::Supplier => CompanyKind::Supplier,
    };
    let scheme = match form.registration.scheme {
        company::Scheme::Uen => "uen",
        company::Scheme::Uscc => "uscc",
    };
    let number = &form.registration.number[..];
    let is_number =
        (9..=18).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_number {
        let fault = Fault::new("/registration/number", Why::Form);
        return Err(Refusal::Invalid(vec![fault]));
    }
    let checked = CompanyForm::check(
        kind,
        (scheme, number),
        Text::new(form.name.en, form.name.zh),
        Text::new(form.about.en, form.about.zh),
    );
    checked.map_err(Refusal::Invalid)
}

#[must_use]
pub fn invitation(id: Id, found: &Invitation) -> member::Invitation {
    member::Invitation {
        id,
        email: found.email.to_string(),
        role: role(found.role),
        expires_at: found.expires_at.0,
    }
}

/// Whom a place is kept free for, as what, and the SHA-256 of the secret.
///
/// # Errors
/// The form has faults.
pub fn invitation_in(form: &member::InvitationForm) -> Result<(Email, Role, [u8; 32]), Refusal> {
    let mut faults = Vec::new();
    let email = form.email.parse::<Email>();
    if email.is_err() {
        faults.push(Fault::new("/email", Why::Form));
    }
    let digest = hexadecimal(&form.secret_hash);
    if digest.is_none() {
        faults.push(Fault::new("/secret_hash", Why::Form));
    }
    match (email, digest) {
        (Ok(email), Some(digest)) => Ok((email, role_in(form.role), digest)),
        _ => Err(Refusal::Invalid(faults)),
    }
}

/// The SHA-256 of the secret that a guest brings.
#[must_use]
pub fn secret_in(form: &member::Acceptance) -> [u8; 32] {
    Sha256::digest(&form.secret).into()
}

#[must_use]
pub fn change(number: u64, notice: Notice, at: Moment) -> change::Change {
    change::Change {
        number,
        noun: noun(notice.noun),
        id: notice.id,
        version: notice.version,
        is_gone: notice.is_gone,
        at: at.0,
    }
}

/// Text in both languages.
pub(crate) fn words(text: Text) -> company::Words {
    company::Words {
        en: text.en,
        zh: text.zh,
    }
}

pub(crate) fn noun(noun: Noun) -> change::Noun {
    match noun {
        Noun::Account => change::Noun::Account,
        Noun::Company => change::Noun::Company,
        Noun::Member => change::Noun::Member,
        Noun::Invitation => change::Noun::Invitation,
        Noun::Draft => change::Noun::Draft,
        Noun::Listing => change::Noun::Listing,
        Noun::Publication => change::Noun::Publication,
        Noun::Blob => change::Noun::Blob,
        Noun::Request => change::Noun::Request,
        Noun::Quotation => change::Noun::Quotation,
        Noun::Message => change::Noun::Message,
        Noun::Notice => change::Noun::Notice,
        Noun::Order => change::Noun::Order,
        Noun::Approval => change::Noun::Approval,
        Noun::Settings => change::Noun::Settings,
    }
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
