//! A request is begun: with what the address says, in the name of the company that buys.

use api_types::address::Language;
use api_types::company::{Company, CompanyKind, Scheme};
use api_types::draft::DraftKind;
use app::components::skeleton_rows;
use app::state::{describe, use_query};
use browser::api::{self, Refused};
use browser::{chance, clock};
use domain::{Date, Id};
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::request::{Line, Part, Sheet};

use crate::components::{live, spawn};
use crate::drafts::use_drafts;
use crate::frame::use_go_instead;
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::session::use_session;

/// Suppliers have so many days to answer, unless the buyer says otherwise.
pub(super) const DAYS: i32 = 14;

pub fn ask(language: Language) -> AnyView {
    let all = words(language);
    describe(language, all.compose.title, all.compose.lead);
    let query = use_query();
    let asked = query.with_untracked(|query| {
        let get = |key: &str| query.get(key).unwrap_or_default();
        (get("product"), get("quantity"), get("need"))
    });
    let buyer: RwSignal<Option<Result<Option<Company>, Refused>>> = RwSignal::new(None);
    let memberships = use_session().me().map(|me| me.memberships);
    let companies = memberships.unwrap_or_default();
    let (drafts, go) = (use_drafts(), use_go_instead(language));
    spawn(async move {
        let companies = companies.into_iter().map(|one| one.company);
        let found = first_buyer(companies).await;
        if let Ok(Some(company)) = &found {
            let id = chance::id();
            let sheet = begun(company, language, &asked);
            let kind = DraftKind::SourcingRequest;
            drafts.typed(company.id, id, kind, &sheet.content());
            go(OfficePlace::Request {
                company: company.id,
                request: id,
            });
        }
        // The page may be gone by now.
        buyer.try_set(Some(found));
    });
    let body = move || match buyer.get() {
        None | Some(Ok(Some(_))) => skeleton_rows(),
        Some(Err(refused)) => view! { <p class="said">{refused_sentence(language, &refused)}</p> },
        Some(Ok(None)) => {
            let address = OfficePlace::Found.address(language);
            view! {
                <h2>{all.requests.need_company}</h2>
                <p>{all.requests.need_company_help}</p>
                <p class="actions"><a class="button primary" href=address>{all.company.found_button}</a></p>
            }
        }
    };
    view! {
        <div class="page stack dealing"><h1 tabindex="-1">{all.compose.title}</h1>{live(body)}</div>
    }
}

async fn first_buyer(companies: impl Iterator<Item = Id>) -> Result<Option<Company>, Refused> {
    for id in companies {
        let company = api::company(id).await?;
        if company.kind == CompanyKind::Buyer {
            return Ok(Some(company));
        }
    }
    Ok(None)
}

/// What a request begins with: the goods that the address names, and what a buyer of that company usually says.
pub(super) fn begun(
    company: &Company,
    language: Language,
    (products, quantity, need): &(String, String, String),
) -> Sheet {
    let today = clock::today();
    let until = Date::from_days_since_epoch(today + DAYS);
    let is_chinese = company.registration.scheme == Scheme::Uscc;
    let (currency, destination) = match is_chinese {
        true => ("CNY", "CNSZX"),
        false => ("SGD", "SGSIN"),
    };
    let blank = || super::compose::blank(chance::id());
    let mut sheet = Sheet {
        currency: currency.to_owned(),
        destination: destination.to_owned(),
        valid_until: until.map_or_else(String::new, |day| day.to_string()),
        ..Sheet::default()
    };
    let products = products.split(',').filter(|id| !id.is_empty());
    for product in products {
        let line = Line {
            product: product.to_owned(),
            quantity: quantity.clone(),
            ..blank()
        };
        if let Some(code) = line.supplier().map(str::to_owned) {
            sheet.ask(&code, true);
        }
        sheet.lines.push(line);
    }
    if !need.trim().is_empty() {
        let mut line = Line {
            quantity: quantity.clone(),
            ..blank()
        };
        Part::Item.set(&mut line, language, need.trim());
        sheet.lines.push(line);
    }
    if sheet.lines.is_empty() {
        sheet.lines.push(blank());
    }
    sheet
}
