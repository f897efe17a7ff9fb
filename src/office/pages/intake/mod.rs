//! A supplier's file, read and checked in the browser: no account, no server.

mod columns;
mod drop;
mod into;
mod lists;
mod outcome;
mod preview;
mod problems;
mod products;

use api_types::address::Language;
use api_types::catalogue::Text;
use app::state::describe;
use browser::catalogue::Bytes;
use browser::file::{self, Given};
use browser::intake::{News, Reader};
use browser::{document, format, storage};
use leptos::prelude::*;
use markup::view;
use workflow::intake::{Effect, Event, Intake, Stage};

use crate::components::{clicked, icon, live, memo, spawn};
use crate::locales::words;
use crate::pages::shown::say;

/// Under which the browser keeps which column was taken for which.
const KEPT: &str = "hub.intake.columns";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    language: Language,
    intake: RwSignal<Intake>,
    reader: StoredValue<Reader, LocalStorage>,
    /// The bytes of the file that was given last, on their way to the reader.
    given: StoredValue<Option<Bytes>, LocalStorage>,
    /// A file is being opened, or what went wrong with that.
    notice: RwSignal<Option<&'static str>>,
    into: into::Into,
}

/// What the page is made of at a stage; within it only numbers change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Face {
    Empty,
    Busy,
    Unreadable,
    Columns,
    Checked,
    Failed,
}

/// Keeps the file at hand while its owner looks at other pages, or changes the language.
pub fn provide_intake() {
    provide_context(Page::new());
}

pub fn intake(language: Language) -> AnyView {
    let words = &words(language).intake;
    describe(language, words.title, words.lead);
    let page = Page {
        language,
        ..expect_context()
    };
    let face = memo(move || page.face());
    view! {
        <div class="page intake">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {live(move || page.at(face.get()))}
        </div>
    }
}

impl Page {
    fn new() -> Self {
        let page = Page {
            language: Language::English,
            intake: RwSignal::new(Intake::new(&storage::get(KEPT).unwrap_or_default())),
            reader: StoredValue::new_local(Reader::new(|_| {})),
            given: StoredValue::new_local(None),
            notice: RwSignal::new(None),
            into: into::Into::new(),
        };
        page.reader.set_value(Reader::new(move |news| {
            page.tell(match news {
                News::Answer(answer) => Event::Answered(answer),
                News::Died => Event::Died,
            });
        }));
        page
    }

    fn face(self) -> Face {
        self.intake.with(|intake| match intake.stage {
            Stage::Empty => Face::Empty,
            Stage::Reading { .. } | Stage::Checking(_) => Face::Busy,
            Stage::Unreadable { .. } => Face::Unreadable,
            Stage::Columns => Face::Columns,
            Stage::Checked(_) => Face::Checked,
            Stage::Failed => Face::Failed,
        })
    }

    fn at(self, face: Face) -> AnyView {
        match face {
            Face::Empty => drop::drop(self),
            Face::Busy => drop::busy(self),
            Face::Unreadable => drop::unreadable(self),
            Face::Failed => drop::failed(self),
            Face::Columns => columns::columns(self),
            Face::Checked => outcome::outcome(self),
        }
    }

    /// Tells what happened, and does what follows.
    fn tell(self, event: Event) {
        // The page may be gone by now.
        let effects = self.intake.try_update(|intake| intake.update(event));
        for effect in effects.unwrap_or_default() {
            match effect {
                Effect::Ask(ask) => self.reader.with_value(|reader| reader.ask(&ask)),
                Effect::Open(ask) => {
                    self.into.forget();
                    let bytes = self.given.try_update_value(Option::take).flatten();
                    if let Some(bytes) = bytes {
                        self.reader.with_value(|reader| reader.open(&ask, bytes));
                    }
                }
                Effect::Stop => {
                    self.into.forget();
                    self.reader.with_value(Reader::stop);
                }
                Effect::Remember(text) => storage::set(KEPT, &text),
                Effect::Give { from, rows } => into::given(self, from, &rows),
                Effect::Save { name, bytes } => file::save(&name, "text/csv", &bytes),
            }
        }
    }

    fn take(self, given: Option<Given>) {
        let Some(given) = given else { return };
        let name = given.name();
        self.open(name, async move { given.bytes().await.ok() });
    }

    fn take_sample(self) {
        let name = "products-sample.csv";
        self.open(
            name.to_owned(),
            async move { file::of_site(name).await.ok() },
        );
    }

    fn open(self, file: String, bytes: impl Future<Output = Option<Bytes>> + 'static) {
        let words = &words(self.language).intake;
        self.notice.set(Some(words.arriving));
        spawn(async move {
            let bytes = bytes.await;
            let has_arrived = bytes.is_some();
            self.notice
                .try_set((!has_arrived).then_some(words.not_arrived));
            if has_arrived
                && self
                    .given
                    .try_update_value(|given| *given = bytes)
                    .is_some()
            {
                self.tell(Event::Dropped { file });
            }
        });
    }

    /// Reads a part of what is known, and follows it.
    fn know<T>(self, part: impl Fn(&Intake) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        memo(move || self.intake.with(&part))
    }

    fn count(self, number: u32) -> String {
        format::count(self.language, number)
    }

    fn say(self, text: &Text) -> String {
        say(self.language, text)
    }

    /// A button that tells an event.
    fn button(self, class: &'static str, label: &'static str, event: fn() -> Event) -> AnyView {
        view! { <button class=class type="button" on:click=clicked(move || self.tell(event()))>{label}</button> }
    }

    fn close(self) -> AnyView {
        let label = words(self.language).intake.close;
        let close = move || {
            self.tell(Event::ProductClosed);
            document::focus(".intake .list");
        };
        view! { <button class="icon-button" type="button" aria-label=label on:click=clicked(close)>{icon("x")}</button> }
    }
}
