use browser::storage;
use leptos::prelude::*;
use workflow::picks::Picks;

/// As many as fit side by side on a desktop.
pub const COMPARE_LIMIT: usize = 4;
/// More than anybody looks through, less than a browser minds.
const FAVOURITES_LIMIT: usize = 500;
const RECENT_LIMIT: usize = 24;

/// Products the reader keeps in this browser.
#[derive(Clone, Copy)]
pub struct PicksState {
    favourites: RwSignal<Picks>,
    compared: RwSignal<Picks>,
    recent: RwSignal<Picks>,
}

impl PicksState {
    pub fn favourites(self) -> Picks {
        self.favourites.get()
    }

    pub fn compared(self) -> Picks {
        self.compared.get()
    }

    /// Untracked: a page that shows what was seen lately does not change while it is open.
    pub fn recent(self) -> Picks {
        self.recent.get_untracked()
    }

    pub fn is_favourite(self, id: &str) -> bool {
        self.favourites.with(|picks| picks.contains(id))
    }

    pub fn is_compared(self, id: &str) -> bool {
        self.compared.with(|picks| picks.contains(id))
    }

    pub fn toggle_favourite(self, id: &str) {
        toggle(self.favourites, id, FAVOURITES_LIMIT);
        keep("hub.favourites", self.favourites);
    }

    /// False where the comparison is full.
    pub fn toggle_compared(self, id: &str) -> bool {
        let full = self
            .compared
            .with_untracked(|picks| picks.ids().len() == COMPARE_LIMIT && !picks.contains(id));
        if !full {
            toggle(self.compared, id, COMPARE_LIMIT);
            keep("hub.compare", self.compared);
        }
        !full
    }

    pub fn compare_none(self) {
        self.compared.set(Picks::default());
        keep("hub.compare", self.compared);
    }

    pub fn seen(self, id: &str) {
        self.recent
            .update_untracked(|picks| picks.put(id, RECENT_LIMIT));
        keep("hub.recent", self.recent);
    }
}

pub fn provide_picks() {
    let kept =
        |key, limit| RwSignal::new(Picks::read(&storage::get(key).unwrap_or_default(), limit));
    provide_context(PicksState {
        favourites: kept("hub.favourites", FAVOURITES_LIMIT),
        compared: kept("hub.compare", COMPARE_LIMIT),
        recent: kept("hub.recent", RECENT_LIMIT),
    });
}

pub fn use_picks() -> PicksState {
    expect_context()
}

fn toggle(picks: RwSignal<Picks>, id: &str, limit: usize) {
    picks.update(|picks| {
        if picks.contains(id) {
            picks.remove(id)
        } else {
            picks.put(id, limit)
        }
    });
}

fn keep(key: &str, picks: RwSignal<Picks>) {
    storage::set(key, &picks.with_untracked(Picks::write));
}
