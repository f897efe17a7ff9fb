//! What others did that a company's people should know. Whoever opens the page has seen them.

use std::collections::BTreeMap;

use api_types::address::Language;
use api_types::message::NoticeKind;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{self, Deed, Refused};
use browser::{chance, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::notice::{Other, Row, rows};
use workflow::office::request::Sheet;

use crate::components::{icon, live, spawn};
use crate::locales::words;
use crate::notices::{Unread, use_unread};
use crate::pages::deal::{load, say, title_of};
use crate::pages::name_in;
use crate::sentence::refused_sentence;

/// Notices, and what the requests that they are about ask for.
type Found = (Vec<Row>, BTreeMap<Id, Sheet>);

pub fn notices(language: Language, company: Id) -> AnyView {
    let words = &words(language).notices;
    describe(language, words.title, words.lead);
    let found: RwSignal<Option<Result<Found, Refused>>> = RwSignal::new(None);
    let unread = use_unread();
    spawn(async move {
        let answer = fetch(company, unread).await;
        found.try_set(Some(answer));
    });
    let body = move || match found.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => {
            view! { <p class="said">{refused_sentence(language, &refused)}</p> }
        }
        Some(Ok((rows, _))) if rows.is_empty() => {
            view! { <div class="goods-none"><p>{words.none}</p></div> }
        }
        Some(Ok((rows, sheets))) => {
            let rows = rows.iter().map(|row| notice(language, row, &sheets));
            let rows: Vec<AnyView> = rows.collect();
            view! { <ol class="notices">{rows}</ol> }
        }
    };
    view! {
        <div class="page dealing">
            <h1 tabindex="-1">{words.title}</h1><p class="lead">{words.lead}</p>
            {live(body)}
        </div>
    }
}

async fn fetch(company: Id, unread: Unread) -> Result<Found, Refused> {
    let notices = api::notices(company).await?;
    let quotations = load::all_quotations(company).await?;
    let requests = load::all_requests(company).await?;
    let newest = notices.items.first().map(|notice| notice.number);
    if let Some(newest) = newest.filter(|_| 0 < notices.unread) {
        let deed = Deed {
            company,
            key: chance::id(),
        };
        // If nobody heard of it, they are new once more the next time.
        if api::read_notices(deed, newest).await.is_ok() {
            unread.seen();
        }
    }
    let sheets = requests.iter().map(|one| (one.id, Sheet::of(one)));
    Ok((rows(company, &notices, &quotations), sheets.collect()))
}

fn notice(language: Language, row: &Row, sheets: &BTreeMap<Id, Sheet>) -> AnyView {
    let words = &words(language).notices;
    let other = row.other.as_ref();
    let other = other.map_or_else(String::new, |other| named(language, other));
    let sentence = (words.said)(row.kind, &other);
    let sheet = row.request.and_then(|request| sheets.get(&request));
    let about = sheet.map(|sheet| title_of(language, sheet));
    let about = about.map(|about| view! { <bdi>{about}</bdi>" · " });
    let new = row
        .is_new
        .then(|| view! { <span class="badge best">{words.new}</span> });
    // The one that money is lost by if it is passed over.
    let tone = (row.kind == NoticeKind::PayeeChanged).then_some("bad");
    let address = row.place.address(language);
    view! {
        <li data-tone=tone>
            {icon(symbol(row.kind))}
            <div><a href=address>{sentence}</a><small>{about}{format::moment(language, row.at)}</small></div>
            {new}
        </li>
    }
}

/// A supplier that nobody joined for is known by its code.
fn named(language: Language, other: &Other) -> String {
    match name_in(language, &other.name) {
        "" => say::supplier(language, None, &other.code),
        name => name.to_owned(),
    }
}

fn symbol(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Asked | NoticeKind::Quoted | NoticeKind::Countered | NoticeKind::Message => {
            "scale"
        }
        NoticeKind::Ordered
        | NoticeKind::Confirmed
        | NoticeKind::InProduction
        | NoticeKind::Shipped
        | NoticeKind::Received => "package",
        NoticeKind::Completed | NoticeKind::Accepted | NoticeKind::PayeeConfirmed => "badge-check",
        NoticeKind::Reviewed => "star",
        NoticeKind::ToApprove | NoticeKind::PayeeProposed => "shield",
        _ => "circle-alert",
    }
}
