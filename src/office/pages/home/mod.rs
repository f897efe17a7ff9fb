//! The office's home: what needs whoever is signed in, the orders that run, how a supplier does, their companies, and ways
//! into the catalogue.

mod record;
mod running;

use api_types::account::Me;
use api_types::address::Language;
use api_types::order::Order;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{self, Refused};
use browser::{clock, format};
use domain::Date;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::needs::{Belonging, Need, Waiting, needs};
use workflow::office::record::Record;

use super::company::name_in;
use crate::components::{icon, live, spawn};
use crate::locales::words;
use crate::pages::deal::load;
use crate::pages::orders;
use crate::sentence::refused_sentence;
use crate::session::use_session;

pub fn home(language: Language) -> AnyView {
    let all = words(language);
    describe(language, all.frame.home, "");
    let session = use_session();
    let belongings: RwSignal<Option<Result<Vec<Overview>, Refused>>> = RwSignal::new(None);
    let me = session.me();
    spawn(async move {
        let found = fetch(me).await;
        belongings.try_set(Some(found));
    });
    let title = move || {
        session
            .me()
            .map(|me| (all.home.title)(&me.name))
            .unwrap_or_default()
    };
    let needed = move || match (session.me(), belongings.get()) {
        (Some(me), Some(Ok(overviews))) => {
            let belongings: Vec<Belonging> =
                overviews.into_iter().map(|one| one.belonging).collect();
            needs_list(language, &needs(&me, &belongings))
        }
        (_, Some(Err(refused))) => {
            view! { <p class="said">{refused_sentence(language, &refused)}</p> }
        }
        _ => skeleton_rows(),
    };
    let companies = move || {
        let belongings = belongings.get()?.ok()?;
        Some(company_list(language, belongings))
    };
    let running = move || {
        let overviews = belongings.get()?.ok()?;
        running::list(language, &overviews)
    };
    let records = move || {
        let overviews = belongings.get()?.ok()?;
        let mut sellers = overviews.iter().filter(|one| 0 < one.record.asked);
        sellers
            .next()
            .map(|one| record::panel(language, &one.record))
    };
    let links = all.home.link_list.iter().map(|&(path, title, line)| {
        let address = format!("{}/{path}", language.code());
        view! { <li><a href=address rel="external"><b>{title}</b></a><small>{line}</small></li> }
    });
    let links: Vec<AnyView> = links.collect();
    view! {
        <div class="page">
            <h1 tabindex="-1">{live(title)}</h1>
            <div class="beside">
                <div class="stack">
                    <section class="panel stack">
                        <h2>{all.home.needs}</h2>
                        {live(needed)}
                    </section>
                    {live(running)}
                </div>
                <div class="stack">
                    {live(records)}
                    <section class="panel stack">
                        <h2>{all.home.companies}</h2>
                        {live(companies)}
                        <p><a href=OfficePlace::Found.address(language)>{all.home.another}</a></p>
                    </section>
                    <section class="panel stack"><h2>{all.home.links}</h2><ul class="links">{links}</ul></section>
                </div>
            </div>
        </div>
    }
}

/// A company of the reader's, with what goes on there.
#[derive(Clone)]
struct Overview {
    belonging: Belonging,
    /// On either side, with those that are over.
    orders: Vec<Order>,
    record: Record,
}

/// The companies of an account.
async fn fetch(me: Option<Me>) -> Result<Vec<Overview>, Refused> {
    let mut found = Vec::new();
    for membership in me.map(|me| me.memberships).unwrap_or_default() {
        let id = membership.company;
        let company = api::company(id).await?;
        let members = api::members(id).await?.len();
        let quotations = load::all_quotations(id).await?;
        let orders = orders::load::orders(id).await?;
        let approvals = api::approvals(id).await?;
        let today = Date::from_days_since_epoch(clock::today());
        let waiting = today.map_or_else(Waiting::default, |today| {
            Waiting::of(&quotations, &orders, &approvals, today)
        });
        found.push(Overview {
            belonging: Belonging {
                company,
                role: membership.role,
                members,
                waiting,
            },
            orders,
            record: Record::of(&quotations),
        });
    }
    Ok(found)
}

fn needs_list(language: Language, needs: &[Need]) -> AnyView {
    let words = &words(language).home;
    if needs.is_empty() {
        return view! { <p class="calm">{icon("badge-check")}<span>{words.no_needs}</span></p> };
    }
    let rows = needs.iter().map(|need| {
        let count = |number: u32| format::count(language, number);
        let ((title, line, act), place) = match *need {
            Need::Answer(id, number) => {
                let title = (words.answer)(number, &count(number));
                return waits(language, title, words.answer_act, OfficePlace::Requests(id));
            }
            Need::Decide(id, number) => {
                let title = (words.decide)(number, &count(number));
                return waits(language, title, words.decide_act, OfficePlace::Requests(id));
            }
            Need::Orders(id, number) => {
                let title = (words.orders)(number, &count(number));
                return waits(language, title, words.orders_act, OfficePlace::Orders(id));
            }
            Need::Approve(id, number) => {
                let title = (words.approve)(number, &count(number));
                let place = OfficePlace::Approvals(id);
                return waits(language, title, words.approve_act, place);
            }
            Need::SecondFactor => (words.second_factor, OfficePlace::SecondFactor),
            Need::Company => (words.company, OfficePlace::Found),
            Need::Colleague(id) => (words.colleague, OfficePlace::Company(id)),
            Need::About(id) => (words.about, OfficePlace::Company(id)),
            Need::EnglishName(id) => (words.english_name, OfficePlace::Company(id)),
            Need::ChineseName(id) => (words.chinese_name, OfficePlace::Company(id)),
        };
        view! {
            <li>
                <div><h3>{title}</h3><p>{line}</p></div>
                <a class="button" href=place.address(language) aria-label=format!("{act}: {title}")>{act}</a>
            </li>
        }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <ol class="needs">{rows}</ol> }
}

/// Something that somebody of another company waits for.
fn waits(language: Language, title: String, act: &'static str, place: OfficePlace) -> AnyView {
    let label = format!("{act}: {title}");
    view! {
        <li>
            <div><h3>{title}</h3></div>
            <a class="button primary" href=place.address(language) aria-label=label>{act}</a>
        </li>
    }
}

fn company_list(language: Language, overviews: Vec<Overview>) -> AnyView {
    let words = &words(language).home;
    let rows = overviews.into_iter().map(|overview| {
        let Belonging {
            company,
            role,
            members,
            ..
        } = overview.belonging;
        let address = OfficePlace::Company(company.id).address(language);
        let name = name_in(language, &company.name).to_owned();
        let members = (words.members)(u32::try_from(members).unwrap_or(u32::MAX));
        let role = super::company::role_name(language, role);
        view! { <li><a href=address><b>{name}</b></a><small>{role} " · " {members}</small></li> }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <ul class="links">{rows}</ul> }
}
