//! Accepted rows, into the catalogue of one of the reader's own suppliers: as drafts, which no buyer sees yet.

use std::collections::VecDeque;

use api_types::company::{Company, CompanyKind};
use api_types::draft::ProductsForm;
use api_types::member::Role;
use browser::api::{self, Deed};
use browser::chance;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::intake::Event;
use workflow::office::OfficePlace;
use workflow::office::catalogue::{Book, Import, ImportTally};

use super::Page;
use crate::components::{clicked, live, memo, spawn};
use crate::drafts::{Drafts, use_drafts};
use crate::locales::words;
use crate::pages::catalogue::{Part, load};
use crate::pages::company::name_in;
use crate::sentence::refused_sentence;
use crate::session::{Standing, use_session};

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Idle,
    Loading,
    Running,
    /// Why, in the reader's language.
    Stopped(String),
    Done,
}

/// What is being done, wherever in the office its owner looks meanwhile.
#[derive(Clone, Copy)]
pub(super) struct Into {
    stage: RwSignal<Stage>,
    tally: RwSignal<ImportTally>,
    job: StoredValue<Option<Job>>,
}

struct Job {
    company: Id,
    drafts: Drafts,
    import: Import,
    /// Of the file's accepted rows.
    of: u32,
    /// Each under its key until the hub has answered.
    forms: VecDeque<(Id, ProductsForm)>,
    /// The hub has decided against it: what it has is to be looked at anew.
    is_stale: bool,
}

impl Into {
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Idle),
            tally: RwSignal::new(ImportTally::default()),
            job: StoredValue::new(None),
        }
    }

    /// There is another file, or none.
    pub fn forget(self) {
        self.job.set_value(None);
        self.stage.set(Stage::Idle);
        self.tally.set(ImportTally::default());
    }
}

/// Where the rows can go, or how far they are.
pub(super) fn into(page: Page, accepted: u32) -> AnyView {
    let words = &words(page.language).intake;
    if accepted == 0 {
        return ().into_any();
    }
    let session = use_session();
    let drafts = use_drafts();
    let standing = session.standing();
    let suppliers: RwSignal<Option<Vec<Company>>> = RwSignal::new(None);
    let me = memo(move || session.me());
    crate::components::effect(move || {
        let Some(me) = me.get() else { return };
        spawn(async move {
            let mut found = Vec::new();
            let own = me.memberships.into_iter();
            for membership in own.filter(|membership| membership.role != Role::Viewer) {
                if let Ok(company) = api::company(membership.company).await
                    && company.kind == CompanyKind::Supplier
                {
                    found.push(company);
                }
            }
            suppliers.try_set(Some(found));
        });
    });
    let stage = page.into.stage;
    let choice = move || match (standing.get(), suppliers.get()) {
        (Standing::Somebody(_), Some(suppliers)) => choice(page, drafts, accepted, &suppliers),
        (Standing::Nobody, _) => {
            let address = OfficePlace::SignIn.address(page.language);
            view! { <p>{words.into_nobody}" "<a href=address>{words.into_sign_in}</a></p> }
        }
        _ => ().into_any(),
    };
    let body = move || match stage.get() {
        Stage::Idle => view! { <div>{live(choice)}</div> },
        Stage::Loading => view! { <p>{words.into_loading}</p> },
        Stage::Running => running(page, accepted),
        Stage::Stopped(why) => {
            let go_on = move || go_on(page, drafts, accepted);
            view! {
                <div class="intake-into-acts">
                    <p class="bad">{why}</p>
                    <button class="button primary" type="button" on:click=clicked(go_on)>{words.into_go_on}</button>
                </div>
            }
        }
        Stage::Done => done(page),
    };
    view! {
        <section class="intake-into" aria-label=words.into>
            <h2>{words.into}</h2>
            <div role="status">{live(body)}</div>
        </section>
    }
}

fn choice(page: Page, drafts: Drafts, accepted: u32, suppliers: &[Company]) -> AnyView {
    let words = &words(page.language).intake;
    if suppliers.is_empty() {
        let address = OfficePlace::Found.address(page.language);
        return view! { <p>{words.into_nowhere}" "<a href=address>{words.into_found}</a></p> };
    }
    let buttons = suppliers.iter().map(|company| {
        let id = company.id;
        let name = name_in(page.language, &company.name);
        let label = (words.into_button)(&page.count(accepted), name);
        let start = move || start(page, drafts, id, accepted);
        view! { <button class="button primary" type="button" on:click=clicked(start)>{label}</button> }
    });
    let buttons: Vec<AnyView> = buttons.collect();
    view! { <div class="intake-into-acts">{buttons}</div> }
}

fn running(page: Page, accepted: u32) -> AnyView {
    let words = &words(page.language).intake;
    let rows = memo(move || page.into.tally.get().rows);
    let line = move || (words.into_running)(&page.count(rows.get()), &page.count(accepted));
    view! {
        <div>
            <progress aria-labelledby="into" max=accepted.to_string() value=live(move || rows.get().to_string())></progress>
            <p id="into">{live(line)}</p>
        </div>
    }
}

fn done(page: Page) -> AnyView {
    let words = &words(page.language).intake;
    let tally = page.into.tally.get_untracked();
    let company = page
        .into
        .job
        .with_value(|job| job.as_ref().map(|job| job.company));
    let line = |tone: &'static str, count: u32, said: fn(&str) -> String| {
        (0 < count).then(|| view! { <li class=tone>{said(&page.count(count))}</li> })
    };
    let open = company.map(|company| {
        let address = OfficePlace::Catalogue(company).address(page.language);
        view! { <a class="button primary" href=address>{words.into_open}</a> }
    });
    view! {
        <div class="intake-into-acts">
            <ul class="figures">
                {line("good", tally.added, words.into_added)}
                {line("good", tally.changed, words.into_changed)}
                {line("", tally.same, words.into_same)}
                {line("warn", tally.left, words.into_left)}
            </ul>
            {open}
        </div>
    }
}

/// Looks at what the hub has, then takes the file's rows one slice after the other.
fn start(page: Page, drafts: Drafts, company: Id, of: u32) {
    let into = page.into;
    into.forget();
    into.stage.set(Stage::Loading);
    spawn(async move {
        let mut book = Book::new(company);
        let loaded = load(company, drafts, |part| {
            match part {
                Part::Listings(listings) => book.take_listings(listings),
                Part::Drafts(drafts) => book.take_drafts(drafts),
            }
            into.stage.get_untracked() == Stage::Loading
        });
        if let Err(refused) = loaded.await {
            let why = refused_sentence(page.language, &refused);
            into.stage.set(Stage::Stopped(why));
            // Nothing is sent: it begins at the beginning.
            into.job
                .set_value(Some(Job::new(company, drafts, &book, of, true)));
            return;
        }
        // Its owner wants another file meanwhile.
        if into.stage.get_untracked() != Stage::Loading {
            return;
        }
        for (id, kept) in drafts.all_unsent(company) {
            book.write(id, kept.content);
        }
        into.job
            .set_value(Some(Job::new(company, drafts, &book, of, false)));
        into.stage.set(Stage::Running);
        page.tell(Event::CellsWanted { from: 0 });
    });
}

impl Job {
    fn new(company: Id, drafts: Drafts, book: &Book, of: u32, is_stale: bool) -> Self {
        Self {
            company,
            drafts,
            import: Import::new(book),
            of,
            forms: VecDeque::new(),
            is_stale,
        }
    }
}

/// A slice of rows has come.
pub(super) fn given(page: Page, from: u32, rows: &[Vec<String>]) {
    let columns = page.intake.with_untracked(|intake| {
        let template = intake.opened.template.iter();
        template
            .map(|column| column.name.clone())
            .collect::<Vec<String>>()
    });
    page.into.job.update_value(|job| {
        let Some(job) = job else { return };
        // Of a slice that was asked for before.
        if from != job.import.tally().rows {
            return;
        }
        for row in rows {
            let cells: Vec<(&str, &str)> = columns
                .iter()
                .map(String::as_str)
                .zip(row.iter().map(String::as_str))
                .collect();
            let form = job.import.take(&cells, chance::id());
            job.forms.extend(form.map(|form| (chance::id(), form)));
        }
        if rows.is_empty() || job.of <= job.import.tally().rows {
            let rest = job.import.rest();
            job.forms.extend(rest.map(|form| (chance::id(), form)));
        }
    });
    send(page);
}

/// Sends what has gathered, then asks for more.
fn send(page: Page) {
    let into = page.into;
    spawn(async move {
        loop {
            let next = into.job.with_value(|job| {
                let job = job.as_ref()?;
                Some((job.company, job.forms.front().cloned()))
            });
            let Some((company, next)) = next else { return };
            let Some((key, form)) = next else { break };
            let answer = api::put_products(Deed { company, key }, &form).await;
            let is_there = into.job.try_update_value(|job| {
                let job = job.as_mut().filter(|job| job.company == company)?;
                match &answer {
                    Ok(_) => {
                        for row in &form.products {
                            let version = row.known.map_or(1, |known| known + 1);
                            job.drafts.seen(company, row.id, Some(version));
                        }
                        job.forms.pop_front();
                    }
                    Err(refused) => job.is_stale = refused.is_definite(),
                }
                Some(())
            });
            if is_there.flatten().is_none() {
                return;
            }
            if let Err(refused) = answer {
                let why = refused_sentence(page.language, &refused);
                into.stage.set(Stage::Stopped(why));
                return;
            }
        }
        let told = into.job.with_value(|job| {
            let job = job.as_ref()?;
            Some((job.import.tally(), job.of))
        });
        let Some((tally, of)) = told else { return };
        into.tally.set(tally);
        if tally.rows < of {
            page.tell(Event::CellsWanted { from: tally.rows });
        } else {
            into.stage.set(Stage::Done);
        }
    });
}

/// Sends the same once more, or looks anew at what the hub has: rows that are in already are the same then.
fn go_on(page: Page, drafts: Drafts, of: u32) {
    let stale = page.into.job.with_value(|job| {
        let job = job.as_ref()?;
        Some((job.company, job.is_stale))
    });
    match stale {
        Some((company, true)) => start(page, drafts, company, of),
        Some((_, false)) => {
            page.into.stage.set(Stage::Running);
            send(page);
        }
        None => page.into.forget(),
    }
}
