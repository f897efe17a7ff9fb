//! Who asks, remembered for a moment: every request wants to know, and it seldom changes.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use domain::Id;
use market::{Moment, Role};

use crate::account::{Digest, Session};

/// How long something is believed without looking, in milliseconds: another process may write to the same database.
const BELIEVED: u64 = 1_000;
/// Entries of a kind; when there are more, all are forgotten.
const REMEMBERED: usize = 50_000;

/// Sessions by their tokens, and roles by company and account.
///
/// Whatever this process writes about either empties it before it is acknowledged, so that what was taken away counts
/// at once. What was read before that and arrives after it is not taken in: it carries the count of emptyings it
/// began with.
#[derive(Debug, Default)]
pub(crate) struct Known {
    emptied: AtomicU64,
    sessions: Shelf<Digest, Option<Session>>,
    roles: Shelf<(Id, Id), Option<Role>>,
}

/// Values with the moment at which they were read.
#[derive(Debug)]
struct Shelf<K, V>(RwLock<HashMap<K, (V, Moment)>>);

impl<K, V> Default for Shelf<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> Shelf<K, V> {
    fn find(&self, key: &K, now: Moment) -> Option<V> {
        let shelf = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (value, read) = shelf.get(key)?;
        // A clock that is set back believes nothing.
        (*read <= now && now < read.after(BELIEVED)).then(|| value.clone())
    }

    fn keep(&self, key: K, value: V, now: Moment, is_current: impl FnOnce() -> bool) {
        let mut shelf = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Under the lock: who empties counts first, then waits for it.
        if !is_current() {
            return;
        }
        if shelf.len() >= REMEMBERED {
            shelf.clear();
        }
        shelf.insert(key, (value, now));
    }

    fn empty(&self) {
        self.0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

impl Known {
    /// To be taken before reading what is then kept.
    pub(crate) fn count(&self) -> u64 {
        self.emptied.load(Ordering::SeqCst)
    }

    pub(crate) fn session(&self, digest: &Digest, now: Moment) -> Option<Option<Session>> {
        self.sessions.find(digest, now)
    }

    pub(crate) fn keep_session(
        &self,
        digest: Digest,
        session: Option<Session>,
        now: Moment,
        count: u64,
    ) {
        self.sessions
            .keep(digest, session, now, || self.count() == count);
    }

    pub(crate) fn role(&self, company: Id, account: Id, now: Moment) -> Option<Option<Role>> {
        self.roles.find(&(company, account), now)
    }

    pub(crate) fn keep_role(&self, key: (Id, Id), role: Option<Role>, now: Moment, count: u64) {
        self.roles.keep(key, role, now, || self.count() == count);
    }

    pub(crate) fn empty(&self) {
        self.emptied.fetch_add(1, Ordering::SeqCst);
        self.sessions.empty();
        self.roles.empty();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: (Id, Id) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));

    #[test]
    fn what_is_known_is_believed_for_a_moment() {
        let known = Known::default();
        known.keep_role(KEY, Some(Role::Viewer), Moment(5_000), known.count());
        let at = |now| known.role(KEY.0, KEY.1, Moment(now));
        assert_eq!(at(5_999), Some(Some(Role::Viewer)));
        assert_eq!(at(6_000), None);
        assert_eq!(at(4_999), None);
    }

    #[test]
    fn what_was_read_before_a_change_is_not_kept_after_it() {
        let known = Known::default();
        let begun = known.count();
        known.empty();
        known.keep_role(KEY, Some(Role::Viewer), Moment(0), begun);
        assert_eq!(known.role(KEY.0, KEY.1, Moment(0)), None);
    }
}
