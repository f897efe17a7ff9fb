//! Inviting somebody by a link that the inviting person passes on: the hub keeps its hash only.

use api_types::address::Language;
use api_types::member::{Invitation, InvitationForm, Role};
use api_types::problem::FieldCode;
use app::state::{Toast, use_toast};
use browser::api::{self, Refused};
use browser::{chance, demo, document, format, share};
use domain::Id;
use leptos::prelude::*;
use market::Email;
use markup::view;
use workflow::office::OfficePlace;

use super::members::role_name;
use crate::components::{clicked, live, spawn};
use crate::deed::Hand;
use crate::form::{Field, Form, Kind, choice};
use crate::locales::words;
use crate::session::use_session;

/// The open invitations, and the form of a new one.
#[derive(Clone, Copy)]
struct Desk {
    language: Language,
    company: Id,
    open: RwSignal<Vec<Invitation>>,
    form: Form,
    hand: Hand,
    toast: Toast,
    email: RwSignal<String>,
    role: RwSignal<Role>,
    /// The newest link, and whom it is for.
    made: RwSignal<Option<(String, String)>>,
}

impl Desk {
    fn fetch(self) {
        spawn(async move {
            // Without the list there still is the form.
            if let Ok(invitations) = api::invitations(self.company).await {
                self.open.try_set(invitations);
            }
        });
    }

    fn invite(self) {
        let email = self.email.get_untracked().trim().to_owned();
        let faults = match email.parse::<Email>() {
            Ok(_) => Vec::new(),
            Err(_) => vec![("/email", FieldCode::Form)],
        };
        if self.form.has_faults(faults) {
            return;
        }
        let role = self.role.get_untracked();
        let (invitation, secret) = (chance::id(), chance::secret());
        self.form.run(async move {
            let secret_hash = chance::digest(&secret).await.ok_or(Refused::Broken)?;
            let form = InvitationForm {
                email: email.clone(),
                role,
                secret_hash,
            };
            let deed = self
                .hand
                .deed(self.company, &format!("{invitation} {form:?}"));
            self.hand
                .heard(api::invite(deed, invitation, &form).await)?;
            let company = self.company;
            let place = OfficePlace::Join {
                company,
                invitation,
            };
            let link = format!(
                "{}#{secret}",
                document::whole(&place.address(self.language))
            );
            self.made.set(Some((email, link)));
            self.email.set(String::new());
            self.fetch();
            Ok(())
        });
    }

    fn revoke(self, invitation: Id) {
        self.form.run(async move {
            let deed = self.hand.deed(self.company, &invitation.to_string());
            let answer = self.hand.heard(api::revoke(deed, invitation).await);
            self.fetch();
            answer?;
            self.toast.show(words(self.language).people.revoked);
            Ok(())
        });
    }

    fn copy(self, link: String) {
        let words = &words(self.language).form;
        spawn(async move {
            let is_copied = share::copy(&link).await;
            self.toast.show(if is_copied {
                words.copied
            } else {
                words.copy_refused
            });
        });
    }
}

/// Nothing for those who may not invite.
pub fn invitations(language: Language, company: Id) -> AnyView {
    let session = use_session();
    let own = session.membership(company);
    if own.is_none_or(|own| own.role != Role::Administrator) {
        return ().into_any();
    }
    let words = &words(language).people;
    let desk = Desk {
        language,
        company,
        open: RwSignal::new(Vec::new()),
        form: Form::new(language),
        hand: Hand::new(),
        toast: use_toast(),
        email: RwSignal::new(String::new()),
        role: RwSignal::new(Role::Trader),
        made: RwSignal::new(None),
    };
    desk.fetch();
    let has_factor = session.me().is_some_and(|me| me.has_second_factor());
    let entry = if has_factor {
        form(desk)
    } else {
        locked(language)
    };
    let open = move || {
        let open = desk.open.get();
        if open.is_empty() {
            return view! { <p class="note">{words.none_open}</p> };
        }
        let rows: Vec<AnyView> = open
            .into_iter()
            .map(|invitation| row(desk, invitation))
            .collect();
        view! { <ul class="people">{rows}</ul> }
    };
    view! {
        <section class="panel stack" id="invitations">
            <h2>{words.invitations}</h2>
            <p class="note">{words.invitations_lead}</p>
            {live(move || made(desk))}
            {live(open)}
            {entry}
        </section>
    }
}

fn form(desk: Desk) -> AnyView {
    let words = &words(desk.language).people;
    let email = Field {
        form: desk.form,
        id: "invite-email",
        pointer: "/email",
        label: words.invite_email,
        hint: words.invite_hint,
        kind: Kind::Text("off"),
        value: desk.email,
        note: None,
    };
    let roles = vec![
        (Role::Viewer, words.viewer, words.viewer_line),
        (Role::Trader, words.trader, words.trader_line),
        (
            Role::Administrator,
            words.administrator,
            words.administrator_line,
        ),
    ];
    let fields = view! {
        {email.view()}
        {choice("role", words.role, desk.role, roles)}
        <p class="actions">{desk.form.button(words.invite)}</p>
    };
    desk.form.view("stack", move || desk.invite(), fields)
}

fn locked(language: Language) -> AnyView {
    let all = words(language);
    view! {
        <p>{all.people.needs_factor}</p>
        <p class="actions"><a class="button" href=OfficePlace::SecondFactor.address(language)>{all.account.factor_set_up}</a></p>
    }
}

fn made(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let Some((email, link)) = desk.made.get() else {
        return ().into_any();
    };
    let (copied, address) = (link.clone(), link.clone());
    // Where the guest is played in this browser too, the way to their page is short.
    let way = demo::is_here().then(|| {
        view! { <p class="actions"><a class="button" href=address>{all.demonstration.open_invitation}</a></p> }
    });
    view! {
        <div class="made" role="status">
            <label for="invitation-link">{all.people.link}</label>
            <div class="control">
                <input id="invitation-link" readonly="" aria-describedby="invitation-help" value=link/>
                <button class="button" type="button" on:click=clicked(move || desk.copy(copied.clone()))>{all.form.copy}</button>
            </div>
            <p class="note" id="invitation-help">{(all.people.link_help)(&email)}</p>
            {way}
        </div>
    }
}

fn row(desk: Desk, invitation: Invitation) -> AnyView {
    let words = &words(desk.language).people;
    let until = (words.until)(&format::moment(desk.language, invitation.expires_at));
    let label = (words.revoke_of)(&invitation.email);
    let id = invitation.id;
    view! {
        <li>
            <div class="who"><b>{invitation.email}</b><small>{until}</small></div>
            <div class="acts">
                <span class="badge">{role_name(desk.language, invitation.role)}</span>
                <button class="button small" type="button" aria-label=label on:click=clicked(move || desk.revoke(id))>{words.revoke}</button>
            </div>
        </li>
    }
}
