//! How often one address may knock, and how often one account may be knocked at.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use market::{
    Moment,
    attempts::{Attempts, Limit},
};
use sha2::{Digest, Sha256};

use crate::problem::Error;

/// Signing in from one address: an office shares one.
const BY_ADDRESS: Limit = Limit {
    burst: 60,
    every: 2_000,
};
/// Signing in to one account, from wherever.
const BY_TARGET: Limit = Limit {
    burst: 10,
    every: 30_000,
};
/// Codes and passwords that somebody signed in shows again.
const BY_ACCOUNT: Limit = Limit {
    burst: 10,
    every: 30_000,
};
/// New accounts from one address: a trade fair shares one, and so do all readers behind a proxy.
const SIGN_UPS: Limit = Limit {
    burst: 500,
    every: 10_000,
};
/// Addresses and targets remembered; when there are more, those that are as good as new are forgotten.
const REMEMBERED: usize = 100_000;

/// All that was tried lately. In memory: a restart forgets, and is not the attacker's to bring about.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    addresses: Book<IpAddr>,
    sign_ups: Book<IpAddr>,
    targets: Book<[u8; 32]>,
    accounts: Book<domain::Id>,
}

impl Gate {
    /// Somebody wants to sign in.
    pub(crate) fn sign_in(&self, from: IpAddr, target: &str, now: Moment) -> Result<(), Error> {
        self.addresses.take(network(from), BY_ADDRESS, now)?;
        // Whether there is such an account makes no difference.
        self.targets
            .take(Sha256::digest(target).into(), BY_TARGET, now)
    }

    /// Somebody wants to sign in with a passkey: no account is knocked at, since no answer can be guessed.
    pub(crate) fn passkey(&self, from: IpAddr, now: Moment) -> Result<(), Error> {
        self.addresses.take(network(from), BY_ADDRESS, now)
    }

    /// Somebody signed in shows a code or a password.
    pub(crate) fn code(&self, account: domain::Id, now: Moment) -> Result<(), Error> {
        self.accounts.take(account, BY_ACCOUNT, now)
    }

    /// Somebody wants an account.
    pub(crate) fn sign_up(&self, from: IpAddr, now: Moment) -> Result<(), Error> {
        self.sign_ups.take(network(from), SIGN_UPS, now)
    }
}

/// A household has all the addresses of an IPv6 network of 64 bits.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
    }
}

#[derive(Debug)]
struct Book<K>(Mutex<HashMap<K, Attempts>>);

impl<K> Default for Book<K> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash> Book<K> {
    fn take(&self, key: K, limit: Limit, now: Moment) -> Result<(), Error> {
        let mut book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if book.len() >= REMEMBERED {
            book.retain(|_, attempts| !attempts.is_full(limit, now));
            if book.len() >= REMEMBERED {
                return Err(Error::Overloaded);
            }
        }
        let attempts = book.entry(key).or_insert_with(|| Attempts::new(limit, now));
        let waiting = attempts.take(limit, now);
        waiting.map_err(|wait| Error::TooOften {
            seconds: wait.div_ceil(1000),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([10, 0, 0, last])
    }

    #[test]
    fn one_account_is_not_knocked_at_from_many_addresses() {
        let gate = Gate::default();
        let knock =
            |from, target: &str, at| gate.sign_in(address(from), target, Moment(at)).is_ok();
        for from in 0..10 {
            assert!(knock(from, "wei@bolt.sg", 0));
        }
        assert!(!knock(200, "wei@bolt.sg", 0));
        assert!(knock(200, "tan@bolt.sg", 0));
        assert!(knock(200, "wei@bolt.sg", 30_000));
    }

    #[test]
    fn one_address_does_not_knock_at_many_accounts() {
        let gate = Gate::default();
        let let_in =
            (0..100).filter(|n| gate.sign_in(address(1), &n.to_string(), Moment(0)).is_ok());
        assert_eq!(let_in.count(), 60);
        let refused = gate.sign_in(address(1), "x", Moment(500));
        assert!(matches!(refused, Err(Error::TooOften { seconds: 2 })));
    }

    #[test]
    fn a_network_counts_as_one() {
        let same =
            network("2001:db8::1".parse().unwrap()) == network("2001:db8::ffff:2".parse().unwrap());
        assert!(same);
    }
}
