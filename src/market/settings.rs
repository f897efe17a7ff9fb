use domain::{Amount, Currency, Id, Payee};

use crate::{Moment, Role, Version};

/// How long a confirmed account waits until it takes the place of another: long enough for somebody to notice.
pub const PAYEE_WAITS: u64 = 72 * 60 * 60 * 1000;

/// What a company has laid down for its orders.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Settings {
    pub limits: Limits,
    /// Where it is paid to, if nothing proposed has taken its place: see [`Settings::payee`].
    pub payee: Option<Payee>,
    pub proposed: Option<ProposedPayee>,
    /// 1 before anything was laid down.
    pub version: Version,
}

/// What a trader may order without anybody's approval, in each currency; anything in a currency that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Limits {
    pub sgd: Option<Amount>,
    pub cny: Option<Amount>,
    pub usd: Option<Amount>,
}

/// An account that is to take the place of another.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ProposedPayee {
    pub payee: Payee,
    /// The account of whoever proposes it.
    pub by: Id,
    pub at: Moment,
    /// None as long as nobody else has confirmed it.
    pub confirmed: Option<ConfirmedPayee>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ConfirmedPayee {
    pub by: Id,
    /// From when on it counts.
    pub from: Moment,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            payee: None,
            proposed: None,
            version: 1,
        }
    }
}

impl Settings {
    /// Where the company is paid to at this moment.
    #[must_use]
    pub fn payee(&self, now: Moment) -> Option<&Payee> {
        match &self.proposed {
            Some(proposed) if proposed.counts(now) => Some(&proposed.payee),
            _ => self.payee.as_ref(),
        }
    }

    /// What is to take its place, and has not yet.
    #[must_use]
    pub fn proposed(&self, now: Moment) -> Option<&ProposedPayee> {
        let proposed = self.proposed.as_ref();
        proposed.filter(|proposed| !proposed.counts(now))
    }

    /// The same, with an account whose time has come in its place.
    pub(crate) fn settled(&self, now: Moment) -> Self {
        Self {
            payee: self.payee(now).cloned(),
            proposed: self.proposed(now).cloned(),
            ..self.clone()
        }
    }
}

impl ProposedPayee {
    fn counts(&self, now: Moment) -> bool {
        self.confirmed
            .is_some_and(|confirmed| confirmed.from <= now)
    }
}

impl Limits {
    /// Whether somebody of this role may order so much alone.
    #[must_use]
    pub fn allow(&self, role: Role, total: Amount, currency: Currency) -> bool {
        let most = match currency {
            Currency::Sgd => self.sgd,
            Currency::Cny => self.cny,
            Currency::Usd => self.usd,
        };
        match role {
            Role::Viewer => false,
            Role::Trader => most.is_none_or(|most| total <= most),
            Role::Administrator => true,
        }
    }
}
