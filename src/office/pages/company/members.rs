//! Who belongs to the company, and in which role.

use api_types::address::Language;
use api_types::member::{Member, Role};
use app::components::skeleton_rows;
use app::state::{Toast, use_toast};
use browser::api::{self, Refused};
use browser::{field, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;

use crate::components::{changed, clicked, live, spawn};
use crate::deed::Hand;
use crate::form::Form;
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::session::{Session, use_session};

/// In the order of what they may do.
pub const ROLES: [Role; 3] = [Role::Viewer, Role::Trader, Role::Administrator];

pub fn role_code(role: Role) -> &'static str {
    match role {
        Role::Viewer => "viewer",
        Role::Trader => "trader",
        Role::Administrator => "administrator",
    }
}

pub fn role_name(language: Language, role: Role) -> &'static str {
    let words = &words(language).people;
    match role {
        Role::Viewer => words.viewer,
        Role::Trader => words.trader,
        Role::Administrator => words.administrator,
    }
}

/// The list of members, and what may be done to them.
#[derive(Clone, Copy)]
struct List {
    language: Language,
    company: Id,
    members: RwSignal<Option<Result<Vec<Member>, Refused>>>,
    /// Who is about to be removed.
    doubted: RwSignal<Option<Id>>,
    form: Form,
    hand: Hand,
    toast: Toast,
    session: Session,
}

impl List {
    fn fetch(self) {
        spawn(async move {
            let members = api::members(self.company).await;
            self.members.try_set(Some(members));
        });
    }

    fn set_role(self, member: Member, role: Role) {
        self.form.run(async move {
            let what = format!("{} {} {role:?}", member.account, member.version);
            let deed = self.hand.deed(self.company, &what);
            let answer = self.hand.heard(api::set_role(deed, &member, role).await);
            // Refused or not, the list is what the hub has.
            self.fetch();
            answer?;
            self.session.refresh();
            self.toast.show(words(self.language).people.role_set);
            Ok(())
        });
    }

    fn remove(self, account: Id) {
        self.doubted.set(None);
        self.form.run(async move {
            let deed = self.hand.deed(self.company, &account.to_string());
            let answer = self.hand.heard(api::remove_member(deed, account).await);
            self.fetch();
            answer?;
            self.session.refresh();
            self.toast.show(words(self.language).people.removed);
            Ok(())
        });
    }
}

pub fn members(language: Language, company: Id) -> AnyView {
    let words = &words(language).people;
    let list = List {
        language,
        company,
        members: RwSignal::new(None),
        doubted: RwSignal::new(None),
        form: Form::new(language),
        hand: Hand::new(),
        toast: use_toast(),
        session: use_session(),
    };
    list.fetch();
    let rows = move || match list.members.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => view! { <p>{refused_sentence(language, &refused)}</p> },
        Some(Ok(members)) => {
            let rows: Vec<AnyView> = members
                .into_iter()
                .map(|member| row(list, member))
                .collect();
            view! { <ul class="people">{rows}</ul> }
        }
    };
    view! {
        <section class="panel stack" id="members">
            <h2>{words.members}</h2>
            {list.form.said()}
            {live(rows)}
        </section>
    }
}

fn row(list: List, member: Member) -> AnyView {
    let language = list.language;
    let words = &words(language).people;
    let me = list.session.me();
    let is_me = me.is_some_and(|me| me.account == member.account);
    let own = list.session.membership(list.company);
    let may = own.is_some_and(|own| own.role == Role::Administrator);
    let account = member.account;
    let since = format::moment(language, member.since);
    let name = member.name.clone();
    let role = if may {
        let chosen = member.clone();
        let choose = move |event: leptos::ev::Event| {
            let code = field::of(&event).value;
            let role = ROLES.into_iter().find(|role| role_code(*role) == code);
            if let Some(role) = role {
                list.set_role(chosen.clone(), role);
            }
        };
        let options = ROLES.map(|role| {
            let is_chosen = (role == member.role).then_some("selected");
            view! { <option value=role_code(role) selected=is_chosen>{role_name(language, role)}</option> }
        });
        let label = (words.role_of)(&name);
        view! { <select aria-label=label on:change=changed(choose)>{Vec::from(options)}</select> }
    } else {
        view! { <span class="badge">{role_name(language, member.role)}</span> }
    };
    let remove = may.then(|| {
        let label = (words.remove_of)(&name);
        view! {
            <button class="button small" type="button" aria-label=label on:click=clicked(move || list.doubted.set(Some(account)))>{words.remove}</button>
        }
    });
    let sure = (words.remove_sure)(&name);
    let doubt = move || {
        (list.doubted.get() == Some(account)).then(|| {
            let form = &crate::locales::words(language).form;
            view! {
                <p class="doubt" role="alert">
                    <span>{sure.clone()}</span>
                    <button class="button small bad" type="button" on:click=clicked(move || list.remove(account))>{form.sure}</button>
                    <button class="button small" type="button" on:click=clicked(move || list.doubted.set(None))>{form.cancel}</button>
                </p>
            }
        })
    };
    let you = is_me.then(|| view! { <span class="badge best">{words.you}</span> });
    view! {
        <li>
            <div class="who"><b>{member.name}</b> {you}<small>{member.email}</small><small>{words.since} " " {since}</small></div>
            <div class="acts">{role}{remove}</div>
            {live(doubt)}
        </li>
    }
}
