//! What a company has laid down for its orders: up to what its traders may bind it, and where it is paid to.

use api_types::address::Language;
use api_types::company::CompanyKind;
use api_types::member::Role;
use api_types::settings::{Limits, Payee, Settings};
use app::components::skeleton_rows;
use app::state::{describe, use_toast};
use browser::api::{self, Refused};
use browser::format;
use domain::{Amount, BankAccount, Bic, Id};
use leptos::prelude::*;
use markup::view;

use crate::components::{clicked, live, spawn};
use crate::deed::Hand;
use crate::form::{Field, Form, Kind};
use crate::locales::words;
use crate::pages::orders::account;
use crate::sentence::refused_sentence;
use crate::session::use_session;

type Found = Option<Result<(CompanyKind, Settings, Vec<(Id, String)>), Refused>>;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    language: Language,
    company: Id,
    role: Option<Role>,
    found: RwSignal<Found>,
    hand: Hand,
}

impl Desk {
    fn fetch(self) {
        spawn(async move {
            let answer = fetch(self.company).await;
            self.found.try_set(Some(answer));
        });
    }
}

async fn fetch(company: Id) -> Result<(CompanyKind, Settings, Vec<(Id, String)>), Refused> {
    let kind = api::company(company).await?.kind;
    let settings = api::settings(company).await?;
    let members = api::members(company).await?;
    let names = members.into_iter().map(|one| (one.account, one.name));
    Ok((kind, settings, names.collect()))
}

pub fn settings(language: Language, company: Id) -> AnyView {
    let words = &words(language).settings;
    describe(language, words.title, "");
    let desk = Desk {
        language,
        company,
        role: use_session().membership(company).map(|one| one.role),
        found: RwSignal::new(None),
        hand: Hand::new(),
    };
    desk.fetch();
    let body = move || match desk.found.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => {
            view! { <p class="said">{refused_sentence(language, &refused)}</p> }
        }
        Some(Ok((CompanyKind::Buyer, settings, _))) => limits(desk, &settings),
        Some(Ok((CompanyKind::Supplier, settings, names))) => payee(desk, &settings, &names),
    };
    view! { <div class="page stack"><h1 tabindex="-1">{words.title}</h1>{live(body)}</div> }
}

fn limits(desk: Desk, settings: &Settings) -> AnyView {
    let words = &words(desk.language).settings;
    let form = Form::new(desk.language);
    let (toast, seen) = (use_toast(), settings.version);
    let values = [
        &settings.limits.sgd,
        &settings.limits.cny,
        &settings.limits.usd,
    ];
    let values = values.map(|limit| RwSignal::new(limit.clone().unwrap_or_default()));
    let names = [
        ("limit-sgd", "/sgd", "SGD"),
        ("limit-cny", "/cny", "CNY"),
        ("limit-usd", "/usd", "USD"),
    ];
    if desk.role != Some(Role::Administrator) {
        let rows = names.iter().zip(values).map(|((.., code), value)| {
            let limit = value.get_untracked();
            let shown = match limit.parse::<Amount>() {
                Ok(limit) => format::amount(desk.language, limit.minor_units(), code),
                Err(_) => words.no_limit.to_owned(),
            };
            view! { <div><dt>{limit_label(desk.language, code)}</dt><dd>{shown}</dd></div> }
        });
        let rows: Vec<AnyView> = rows.collect();
        return view! {
            <section class="panel stack"><h2>{words.limits}</h2><p class="note">{words.limits_lead}</p><dl class="facts deal-facts">{rows}</dl></section>
        };
    }
    let fields = names
        .into_iter()
        .zip(values)
        .map(|((id, pointer, code), value)| {
            Field {
                form,
                id,
                pointer,
                label: limit_label(desk.language, code),
                hint: "",
                kind: Kind::Text("off"),
                value,
                note: None,
            }
            .view()
        });
    let fields: Vec<AnyView> = fields.collect();
    let submit = move || {
        let [sgd, cny, usd] = values.map(|value| {
            let text = value.get_untracked().trim().replace(',', "");
            (!text.is_empty()).then_some(text)
        });
        let limits = Limits { sgd, cny, usd };
        form.run(async move {
            let deed = desk.hand.deed(desk.company, &format!("{limits:?} {seen}"));
            let answer = desk.hand.heard(api::set_limits(deed, &limits, seen).await);
            answer?;
            toast.show(words.saved);
            desk.fetch();
            Ok(())
        });
    };
    let body = view! { {fields}<p class="actions">{form.button(words.save)}</p> };
    view! {
        <section class="panel stack"><h2>{words.limits}</h2><p class="note">{words.limits_lead}</p>{form.view("stack", submit, body)}</section>
    }
}

fn limit_label(language: Language, code: &str) -> &'static str {
    let words = words(language).settings.limit_names;
    match code {
        "SGD" => words[0],
        "CNY" => words[1],
        _ => words[2],
    }
}

fn payee(desk: Desk, settings: &Settings, names: &[(Id, String)]) -> AnyView {
    let words = &words(desk.language).settings;
    let present = match &settings.payee {
        Some(payee) => view! { <h3>{words.present}</h3>{account(desk.language, payee)} },
        None => view! { <p>{words.none}</p> },
    };
    view! {
        <section class="panel stack">
            <h2>{words.payee}</h2><p class="note">{words.payee_lead}</p>
            {present}
            {proposed(desk, settings, names)}
            {propose(desk, settings)}
        </section>
    }
}

/// What is to take the account's place: who wants it, and what it still needs.
fn proposed(desk: Desk, settings: &Settings, names: &[(Id, String)]) -> AnyView {
    let language = desk.language;
    let words = &words(language).settings;
    let Some(found) = &settings.proposed else {
        return ().into_any();
    };
    let form = Form::new(language);
    let (toast, seen) = (use_toast(), settings.version);
    let name = names.iter().find(|(id, _)| *id == found.proposed_by);
    let name = name.map_or("", |(_, name)| name);
    let by = (words.proposed_by)(name, &format::moment(language, found.proposed_at));
    let next = match found.from {
        Some(from) => (words.counts_from)(&format::moment(language, from)),
        None => words.needs_second.to_owned(),
    };
    let is_mine = use_session()
        .me()
        .is_some_and(|me| me.account == found.proposed_by);
    let may_confirm =
        found.confirmed_by.is_none() && !is_mine && desk.role == Some(Role::Administrator);
    let confirm = may_confirm.then(|| {
        let act = move || {
            form.run(async move {
                let deed = desk.hand.deed(desk.company, &format!("confirm {seen}"));
                desk.hand.heard(api::confirm_payee(deed, seen).await)?;
                toast.show(words.confirmed);
                desk.fetch();
                Ok(())
            });
        };
        view! { <button class="button primary" type="button" on:click=clicked(act)>{words.confirm}</button> }
    });
    let may_drop = matches!(desk.role, Some(Role::Trader | Role::Administrator));
    let drop = may_drop.then(|| {
        let act = move || {
            form.run(async move {
                let deed = desk.hand.deed(desk.company, &format!("drop {seen}"));
                desk.hand.heard(api::drop_payee(deed, seen).await)?;
                toast.show(words.taken_back);
                desk.fetch();
                Ok(())
            });
        };
        view! { <button class="button" type="button" on:click=clicked(act)>{words.take_back}</button> }
    });
    view! {
        <div class="order-proposed stack">
            <h3>{words.proposed}</h3>
            {form.said()}
            {account(language, &found.payee)}
            <p class="note">{by}</p><p><b>{next}</b></p>
            <p class="actions">{confirm}{drop}</p>
        </div>
    }
}

fn propose(desk: Desk, settings: &Settings) -> AnyView {
    if !matches!(desk.role, Some(Role::Trader | Role::Administrator)) {
        return ().into_any();
    }
    let all = words(desk.language);
    let (words, order) = (&all.settings, &all.order);
    let form = Form::new(desk.language);
    let (toast, seen) = (use_toast(), settings.version);
    let values = [(); 4].map(|()| RwSignal::new(String::new()));
    let labels = [
        ("payee-holder", "/holder", order.holder),
        ("payee-bank", "/bank", order.bank),
        ("payee-bic", "/bic", order.bic),
        ("payee-account", "/account", order.account),
    ];
    let fields = labels
        .into_iter()
        .zip(values)
        .map(|((id, pointer, label), value)| {
            Field {
                form,
                id,
                pointer,
                label,
                hint: "",
                kind: Kind::Text("off"),
                value,
                note: None,
            }
            .view()
        });
    let fields: Vec<AnyView> = fields.collect();
    let submit = move || {
        let [holder, bank, bic, account] = values.map(|value| value.get_untracked());
        let (Ok(bic), Ok(account)) = (bic.parse::<Bic>(), account.parse::<BankAccount>()) else {
            form.say(words.fault_account.to_owned());
            return;
        };
        let payee = Payee {
            holder,
            bank,
            bic: bic.to_string(),
            account: account.to_string(),
        };
        form.run(async move {
            let deed = desk.hand.deed(desk.company, &format!("{payee:?} {seen}"));
            desk.hand
                .heard(api::propose_payee(deed, &payee, seen).await)?;
            toast.show(words.proposed_done);
            desk.fetch();
            Ok(())
        });
    };
    let body = view! { {fields}<p class="actions">{form.button(words.propose)}</p> };
    view! { <details class="order-more"><summary>{words.proposed}</summary>{form.view("stack", submit, body)}</details> }
}
