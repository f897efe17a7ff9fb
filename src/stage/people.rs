//! Who can be played, and playing them.

use api_types::{company::CompanyKind, company::Name, member::Role};
use clerk::words;
use domain::Id;
use market::session;
use serde::{Deserialize, Serialize};

use crate::{Answer, Call, Request, Stage, accounts::agent, answer::Fault, rows::Belonging};

/// Somebody to play, as a visitor chooses them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub account: Id,
    pub name: String,
    pub email: String,
    /// Of the hub itself.
    pub is_reviewer: bool,
    pub places: Vec<Place>,
}

/// What somebody is in a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub company: Id,
    pub name: Name,
    pub kind: CompanyKind,
    pub role: Role,
}

impl Stage {
    /// All there are, in the order in which they came.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        let place = |(id, company, member): Belonging<'_>| {
            let body = words::company(id, company.clone());
            Place {
                company: id,
                name: body.name,
                kind: body.kind,
                role: words::role(member.role),
            }
        };
        let person = |account: &crate::Account| Person {
            account: account.id,
            name: account.name.clone(),
            email: account.email.to_string(),
            is_reviewer: account.is_reviewer,
            places: self.rows.memberships(account.id).map(place).collect(),
        };
        self.rows.accounts().map(person).collect()
    }

    /// In the order of their ids.
    pub fn companies(&self) -> impl Iterator<Item = Id> {
        self.rows.companies(None).map(|(id, _)| id)
    }

    /// Lets the visitor be this account: in the session that this browser has of it already, or in a new one. The answer is
    /// that of signing in.
    pub fn play(&mut self, request: &Request<'_>, account: Id) -> Answer {
        self.try_play(request, account).unwrap_or_else(Answer::from)
    }

    /// Answers a request as if this account asked it.
    pub fn handle_as(&mut self, request: &Request<'_>, account: Id) -> Answer {
        let played = self.play(request, account);
        if played.is_problem {
            return played;
        }
        let call = Call {
            session: played.session.flatten(),
            ..request.call.clone()
        };
        self.handle(&Request {
            call: &call,
            ..*request
        })
    }

    fn try_play(&mut self, request: &Request<'_>, account: Id) -> Result<Answer, Fault> {
        let account = self.rows.account(account).cloned().ok_or(Fault::Nobody)?;
        let agent = agent(request);
        let old = self
            .sessions_of(account.id)
            .find(|old| session::holds(old.made_at, old.seen_at, request.at) && old.agent == agent);
        match old {
            Some(old) => {
                let me = self.me(old)?;
                Ok(Answer::json(200, &me).in_session(Some(old.id)))
            }
            None => self.open(request, &account),
        }
    }
}
