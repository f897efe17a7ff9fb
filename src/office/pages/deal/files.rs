//! Files that go with a line of a request or with a message: shown, attached, taken away. Each is sent to the hub when it
//! is chosen, and named by what is written later; without the network it is not attached, and what is written stays.

use std::sync::Arc;

use api_types::address::Language;
use api_types::attachment::Attachment;
use browser::api::{self, Deed, FileOf, Refused};
use browser::file::{self, Given};
use browser::photo::{self, PhotoError};
use browser::{chance, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::attached::{MOST, attached, content_type, is_picture, kilobytes};

use crate::components::{changed, clicked, icon, live, spawn};
use crate::locales::words;
use crate::sentence::refused_sentence;

/// Files of something that is being written.
#[derive(Clone)]
pub struct Tray {
    pub language: Language,
    pub company: Id,
    /// Of the input.
    pub id: String,
    /// What the input is called, where several look alike.
    pub spoken: Signal<String>,
    pub files: Memo<Vec<Attachment>>,
    /// Takes what is attached from now on; whoever has gone takes nothing.
    pub set: Arc<dyn Fn(Vec<Attachment>) + Send + Sync>,
}

impl Tray {
    pub fn view(self) -> AnyView {
        let words = &words(self.language).files;
        let said = RwSignal::new(None::<String>);
        let list = {
            let tray = self.clone();
            move || {
                let remove = Arc::new({
                    let tray = tray.clone();
                    move |file: Id| tray.remove(file)
                });
                let files = tray.files.get();
                list(
                    tray.language,
                    (tray.company, FileOf::Company),
                    &files,
                    Some(remove),
                )
            }
        };
        let id = self.id.clone();
        let spoken = self.spoken;
        let spoken = live(move || spoken.get());
        let chosen = move |event: leptos::ev::Event| {
            let (tray, given) = (self.clone(), file::all_chosen(&event));
            spawn(async move {
                let problems = tray.add(given, said).await;
                said.try_set((!problems.is_empty()).then(|| problems.join(" ")));
            });
        };
        view! {
            <div class="deal-tray">
                {live(list)}
                <input class="visually-hidden" id=id.clone() type="file" aria-label=spoken accept="image/*,application/pdf,.pdf" multiple="" on:change=changed(chosen)/>
                <label class="deal-attach" for=id>{icon("plus")}<span>{words.attach}</span></label>
                <p class="note" role="status">{live(move || said.get())}</p>
            </div>
        }
    }

    fn remove(&self, file: Id) {
        let mut files = self.files.get_untracked();
        files.retain(|one| one.id != file);
        (self.set)(files);
        browser::document::focus(&format!("[id='{}']", self.id));
    }

    /// Prepares, sends and names one after the other; returns what went wrong with which.
    async fn add(self, given: Vec<Given>, said: RwSignal<Option<String>>) -> Vec<String> {
        let words = &words(self.language).files;
        let mut problems = Vec::new();
        for one in given {
            let name = one.name();
            said.try_set(Some((words.working)(&name)));
            let Some(count) = self.files.try_with_untracked(Vec::len) else {
                break;
            };
            if MOST <= count {
                problems.push((words.many)(&name));
                break;
            }
            let prepared = match photo::prepare(&one).await {
                Ok(prepared) => prepared,
                Err(PhotoError::NoPicture) => {
                    problems.push((words.unread)(&name));
                    continue;
                }
                Err(PhotoError::TooLarge) => {
                    problems.push((words.large)(&name));
                    continue;
                }
            };
            let id = chance::id();
            let file = attached(id, &name, prepared.media, prepared.bytes.len());
            let deed = Deed {
                company: self.company,
                key: id,
            };
            match api::put_file(deed, id, prepared).await {
                Ok(_) => {
                    // The page may be gone by now; what was sent is then nobody's.
                    let Some(mut files) = self.files.try_get_untracked() else {
                        break;
                    };
                    if files.len() < MOST {
                        files.push(file);
                        (self.set)(files);
                    }
                }
                Err(Refused::Offline) => problems.push((words.offline)(&name)),
                Err(refused) => {
                    let why = refused_sentence(self.language, &refused);
                    problems.push(format!("{name}: {why}"));
                }
            }
        }
        problems
    }
}

/// What takes a file away, by its id.
type Remove = Arc<dyn Fn(Id) + Send + Sync>;

/// Files to look at or to save; nothing where there are none.
pub fn shown(language: Language, whose: (Id, FileOf), files: &[Attachment]) -> AnyView {
    list(language, whose, files, None)
}

fn list(
    language: Language,
    whose: (Id, FileOf),
    files: &[Attachment],
    remove: Option<Remove>,
) -> AnyView {
    if files.is_empty() {
        return ().into_any();
    }
    let words = &words(language).files;
    let rows = files.iter().map(|one| {
        let remove = remove.clone().map(|remove| {
            let (id, label) = (one.id, (words.remove)(&one.name));
            view! {
                <button class="icon-button" type="button" aria-label=label.clone() title=label on:click=clicked(move || remove(id))>{icon("x")}</button>
            }
        });
        view! { <li>{link(language, whose, one)}{remove}</li> }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <ul class="deal-files" aria-label=words.attached>{rows}</ul> }
}

fn link(language: Language, (company, of): (Id, FileOf), one: &Attachment) -> AnyView {
    let words = &words(language).files;
    let address = RwSignal::new(None::<Option<String>>);
    let (id, kind) = (one.id, content_type(one));
    spawn(async move {
        let found = api::file_address(company, of, id, kind).await.ok();
        address.try_set(Some(found));
    });
    on_cleanup(move || {
        if let Some(Some(Some(address))) = address.try_get_untracked() {
            file::free(&address);
        }
    });
    let is_picture = is_picture(one);
    let name = one.name.clone();
    let size = (words.size)(&format::count(language, kilobytes(one)));
    let body = move || {
        let address = address.get();
        let is_missing = address == Some(None);
        let address = address.flatten();
        let picture = match (&address, is_picture) {
            (_, false) => view! { <span class="deal-file" aria-hidden="true">"PDF"</span> },
            (Some(address), true) => {
                view! { <img class="deal-file" src=address.clone() alt="" width="48" height="48"/> }
            }
            (None, true) => view! { <span class="deal-file"></span> },
        };
        let note = if is_missing { words.missing } else { &size };
        let said = view! { <span><bdi>{name.clone()}</bdi><small>{note.to_owned()}</small></span> };
        let Some(address) = address else {
            return view! { <span class="deal-file-link">{picture}{said}</span> };
        };
        // A picture is looked at beside this page, anything else is saved under its name.
        if is_picture {
            view! { <a class="deal-file-link" href=address target="_blank" rel="noopener">{picture}{said}</a> }
        } else {
            view! { <a class="deal-file-link" href=address download=name.clone()>{picture}{said}</a> }
        }
    };
    live(body).into_any()
}
