//! A server that takes each key once, for the account that asks.

use std::collections::BTreeMap;

use super::super::answer::Reply;
use super::super::item::{Key, Request};
use super::{Chance, Intent, Wrong};

#[derive(Clone, Debug, Default)]
pub struct Server {
    keys: BTreeMap<(String, Key), String>,
    /// It answers as it should, from now on.
    pub is_healed: bool,
}

/// What a request's body says: which intent, and whether the server will have it.
pub fn body(intent: usize, is_good: bool) -> String {
    format!("{intent} {}", if is_good { "good" } else { "bad" })
}

const fn said(status: u16, code: &str) -> Reply<'_> {
    Reply {
        status,
        is_ours: true,
        code,
        retry_after: None,
    }
}

impl Server {
    /// The answer to a request that was written by `account` and came with the session of `session`.
    pub fn take(
        &mut self,
        key: Key,
        account: &str,
        session: Option<&str>,
        request: &Request,
        intents: &mut [Intent],
        chance: &mut Chance,
    ) -> Result<Reply<'static>, Wrong> {
        let mood = if self.is_healed { 99 } else { chance.below(20) };
        match mood {
            0 => return Ok(said(503, "busy")),
            1 => {
                return Ok(Reply {
                    retry_after: Some(2),
                    ..said(429, "too_many")
                });
            }
            2 => return Ok(said(409, "in_flight")),
            // A hotspot's welcome page.
            3 => {
                return Ok(Reply {
                    is_ours: false,
                    ..said(200, "")
                });
            }
            4 => return Ok(said(502, "")),
            _ => {}
        }
        if session != Some(account) {
            return Ok(said(401, "sign_in"));
        }
        let (number, kind) = request.body.split_once(' ').unwrap();
        let number: usize = number.parse().unwrap();
        if let Some(before) = self.keys.get(&(account.to_owned(), key)) {
            if *before != request.body {
                return Err(format!("key: {key} came with other bytes"));
            }
            return Ok(if kind == "bad" {
                said(422, "bad")
            } else {
                said(200, "")
            });
        }
        self.keys
            .insert((account.to_owned(), key), request.body.clone());
        if kind == "bad" {
            return Ok(said(422, "bad"));
        }
        self.effect(number, account, intents)?;
        // It is done, and the answer says otherwise: the commit was not sure.
        Ok(if mood == 5 {
            said(500, "internal")
        } else {
            said(201, "")
        })
    }

    fn effect(&self, number: usize, account: &str, intents: &mut [Intent]) -> Result<(), Wrong> {
        let before = intents[number].before.clone();
        for other in before {
            let other = &intents[other];
            if other.is_saved && other.effects == 0 && !other.is_discarded {
                return Err(format!(
                    "order: {number} took effect before one that was written before it"
                ));
            }
        }
        let intent = &mut intents[number];
        intent.effects += 1;
        if intent.account != account {
            return Err(format!(
                "account: {number} of {} was sent as {account}",
                intent.account
            ));
        }
        if 1 < intent.effects {
            return Err(format!("once: {number} took effect twice"));
        }
        if intent.is_discarded && !intent.is_replaced {
            return Err(format!("discarded: {number} took effect all the same"));
        }
        Ok(())
    }
}
