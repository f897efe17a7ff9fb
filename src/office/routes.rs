//! Which address shows which page, and to whom.

use api_types::address::{Language, split};
use app::state::{provide_language, provide_toast, use_language};
use browser::document;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};
use workflow::office::OfficePlace;

use crate::components::{effect, live, memo};
use crate::demonstration::provide_cast;
use crate::drafts::provide_drafts;
use crate::frame::Frame;
use crate::matcher::provide_matcher;
use crate::notices::provide_notices;
use crate::outbox::provide_outbox;
use crate::pages;
use crate::session::{Standing, provide_session, use_session};

/// The whole office.
#[component]
pub fn Office() -> impl IntoView {
    let base = document::base().trim_end_matches('/').to_owned();
    view! {
        <Router base=base>
            <Rooms/>
        </Router>
    }
}

#[component]
fn Rooms() -> impl IntoView {
    provide_language();
    provide_toast();
    provide_session();
    provide_outbox();
    provide_drafts();
    provide_cast();
    provide_matcher();
    provide_notices();
    pages::provide_intake();
    arrive();
    view! {
        <Frame>{page()}</Frame>
    }
}

/// The router changes the browser's address when it is told that the new page is there.
fn arrive() {
    let path = use_location().pathname;
    let address_bar = use_context::<BrowserUrl>();
    effect(move || {
        path.track();
        if let Some(address_bar) = &address_bar {
            address_bar.ready_to_complete();
        }
    });
}

/// The page of the address, built anew when language, place or whoever is signed in changes.
fn page() -> AnyView {
    let language = use_language();
    let standing = use_session().standing();
    let path = use_location().pathname;
    let place = memo(move || path.with(|path| split(document::below_base(path)).1.to_owned()));
    live(move || {
        document::let_go();
        let place = place.with(|place| OfficePlace::parse(place));
        // The same for everybody, and not built anew when it turns out who is there.
        if place == Some(OfficePlace::Intake) {
            return pages::intake(language.get());
        }
        show(language.get(), place, &standing.get())
    })
    .into_any()
}

fn show(language: Language, place: Option<OfficePlace>, standing: &Standing) -> AnyView {
    let Some(place) = place else {
        return pages::not_found(language);
    };
    match (place, standing) {
        (_, Standing::Asking) => pages::waiting(language),
        (_, Standing::Unknown(refused)) => pages::trouble(language, refused),
        (OfficePlace::SignUp, Standing::Nobody) => pages::sign_up(language),
        (
            OfficePlace::Join {
                company,
                invitation,
            },
            standing,
        ) => {
            let is_signed_in = matches!(standing, Standing::Somebody(_));
            pages::join(language, company, invitation, is_signed_in)
        }
        // The page that was asked for comes as soon as somebody is signed in.
        (_, Standing::Nobody) => pages::sign_in(language),
        (OfficePlace::Home | OfficePlace::SignUp | OfficePlace::SignIn, _) => pages::home(language),
        (OfficePlace::Account, _) => pages::account(language),
        (OfficePlace::Intake, _) => pages::intake(language),
        (OfficePlace::SecondFactor, _) => pages::second_factor(language),
        (OfficePlace::Found, _) => pages::found(language),
        (OfficePlace::Company(company), _) => pages::company(language, company),
        (OfficePlace::Catalogue(company), _) => pages::catalogue(language, company),
        (OfficePlace::Ask, _) => pages::ask(language),
        (OfficePlace::Requests(company), _) => pages::requests(language, company),
        (OfficePlace::Request { company, request }, _) => {
            pages::request(language, company, request)
        }
        (OfficePlace::Quotation { company, quotation }, _) => {
            pages::quotation(language, company, quotation)
        }
        (OfficePlace::Orders(company), _) => pages::orders(language, company),
        (OfficePlace::Order { company, order }, _) => pages::order(language, company, order),
        (OfficePlace::Papers { company, order }, _) => pages::papers(language, company, order),
        (OfficePlace::Approvals(company), _) => pages::approvals(language, company),
        (OfficePlace::Settings(company), _) => pages::settings(language, company),
        (OfficePlace::Notices(company), _) => pages::notices(language, company),
    }
}
