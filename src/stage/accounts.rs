//! Coming in and going out. Nobody has a password here: an address says who is played.

use api_types::account::{self, Me, Membership, Sessions, SignIn, SignUp};
use clerk::{body, newcomer, words};
use domain::Id;
use market::{Email, Refusal, session};
use serde::de::DeserializeOwned;

use crate::{
    Account, Answer, Request, Session, Stage,
    answer::Fault,
    routes::Found,
    rows::{Belonging, Key, Row},
};

/// For whom the client means to ask: another tab may play somebody else by now.
const MEANT: &str = "hub-account";
/// Characters kept of what a browser calls itself.
const AGENT: usize = 120;

/// A JSON body.
pub(crate) fn read<T: DeserializeOwned>(request: &Request<'_>) -> Result<T, Fault> {
    let call = request.call;
    if !body::is_json(call.header("content-type").unwrap_or_default()) {
        return Err(Fault::MediaType);
    }
    Ok(body::read(&call.body)?)
}

/// What the browser calls itself, as it is kept.
pub(crate) fn agent(request: &Request<'_>) -> String {
    let text = request.call.header("user-agent").unwrap_or_default();
    text.chars().take(AGENT).collect()
}

impl Stage {
    /// Whose session holds.
    pub(crate) fn who(&mut self, request: &Request<'_>) -> Result<Session, Fault> {
        let none = || Fault::Refused(Refusal::SignIn);
        let id = request.call.session.ok_or_else(none)?;
        let found = self.rows.session(id).cloned().ok_or_else(none)?;
        let mut meant = request.call.headers_of(MEANT);
        if !session::holds(found.made_at, found.seen_at, request.at)
            || !meant.all(|text| text.parse() == Ok(found.account))
        {
            return Err(none());
        }
        if request.at > found.seen_at.after(session::NOTED) {
            let seen = Session {
                seen_at: request.at,
                ..found.clone()
            };
            self.seat(seen);
        }
        Ok(found)
    }

    /// Keeps an account, in place of what was kept under its id.
    pub fn admit(&mut self, account: Account) {
        self.rows
            .put(Key::Account(account.id), Row::Account(account));
    }

    /// Keeps a session, in place of what was kept under its id.
    pub fn seat(&mut self, session: Session) {
        self.rows
            .put(Key::Session(session.id), Row::Session(session));
    }

    pub(crate) fn is_reviewer(&self, account: Id) -> bool {
        let account = self.rows.account(account);
        account.is_some_and(|account| account.is_reviewer)
    }

    fn by_email(&self, email: &Email) -> Option<&Account> {
        self.rows.accounts().find(|account| account.email == *email)
    }

    pub(crate) fn sign_up(&mut self, request: &Request<'_>) -> Result<Answer, Fault> {
        let form: SignUp = read(request)?;
        let (email, name) = newcomer::check(&form)?;
        if self.by_email(&email).is_none() {
            let account = Account {
                id: request.fresh(),
                email,
                name,
                is_reviewer: false,
                has_totp: self.all_proven,
            };
            self.admit(account);
        }
        Ok(Answer::done())
    }

    /// By the address alone.
    pub(crate) fn sign_in(&mut self, request: &Request<'_>) -> Result<Answer, Fault> {
        let form: SignIn = read(request)?;
        let email = form.email.parse::<Email>().ok();
        let account = email.and_then(|email| self.by_email(&email)).cloned();
        let account = account.ok_or(Fault::Nobody)?;
        if let Some(old) = request.call.session
            && self.rows.session(old).is_some()
        {
            self.rows.remove(Key::Session(old));
        }
        self.open(request, &account)
    }

    /// Opens a session of this account; those used longest ago make room, and so do those that have ended by themselves.
    pub(crate) fn open(
        &mut self,
        request: &Request<'_>,
        account: &Account,
    ) -> Result<Answer, Fault> {
        let mut own: Vec<Session> = self.sessions_of(account.id).cloned().collect();
        own.sort_by_key(|session| std::cmp::Reverse(session.seen_at));
        let ended = |session: &Session| session.seen_at.after(session::IDLE) < request.at;
        for (place, old) in own.iter().enumerate() {
            if place + 1 >= session::MOST || ended(old) {
                self.rows.remove(Key::Session(old.id));
            }
        }
        let session = Session {
            id: request.fresh(),
            account: account.id,
            has_second_factor: account.has_totp,
            made_at: request.at,
            seen_at: request.at,
            agent: agent(request),
        };
        let id = session.id;
        let me = self.me(&session)?;
        self.seat(session);
        Ok(Answer::json(200, &me).in_session(Some(id)))
    }

    pub(crate) fn sessions_of(&self, account: Id) -> impl Iterator<Item = &Session> {
        let all = self.rows.sessions();
        all.filter(move |session| session.account == account)
    }

    pub(crate) fn sign_out(&mut self, who: &Session) -> Answer {
        self.rows.remove(Key::Session(who.id));
        Answer::done().in_session(None)
    }

    pub(crate) fn me(&self, who: &Session) -> Result<Me, Fault> {
        let account = self.rows.account(who.account).ok_or(Fault::NotFound)?;
        let memberships = self.rows.memberships(account.id).take(100);
        let membership = |(id, company, member): Belonging<'_>| Membership {
            company: id,
            kind: words::company_kind(company.form.kind),
            role: words::role(member.role),
        };
        Ok(Me {
            account: account.id,
            email: account.email.to_string(),
            name: account.name.clone(),
            is_reviewer: account.is_reviewer,
            has_totp: account.has_totp,
            has_passkey: false,
            session: view(who, who.id),
            memberships: memberships.map(membership).collect(),
        })
    }

    pub(crate) fn sessions(&self, request: &Request<'_>, who: &Session) -> Answer {
        let mut own: Vec<&Session> = self
            .sessions_of(who.account)
            .filter(|session| session::holds(session.made_at, session.seen_at, request.at))
            .collect();
        own.sort_by_key(|session| std::cmp::Reverse(session.seen_at));
        let items = own.into_iter().map(|session| view(session, who.id));
        Answer::json(
            200,
            &Sessions {
                items: items.collect(),
            },
        )
    }

    pub(crate) fn end_session(
        &mut self,
        found: &Found<'_>,
        who: &Session,
    ) -> Result<Answer, Fault> {
        let [id] = found.ids()?;
        let own = self.rows.session(id);
        if own.is_none_or(|session| session.account != who.account) {
            return Err(Fault::NotFound);
        }
        self.rows.remove(Key::Session(id));
        Ok(Answer::done())
    }
}

fn view(session: &Session, this: Id) -> account::Session {
    account::Session {
        id: session.id,
        has_second_factor: session.has_second_factor,
        made_at: session.made_at.0,
        seen_at: session.seen_at.0,
        agent: session.agent.clone(),
        is_this: session.id == this,
    }
}
