//! Long lists are drawn piece by piece: what is seen at first stands in the first frame, and the rest comes before anybody
//! gets there. Twenty quotations of fifty lines at once would hold a phone up for a second.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{live, memo};

/// How many pieces are there, from the first on. What is drawn stays.
#[derive(Clone, Copy)]
pub struct Drawn {
    count: RwSignal<usize>,
    all: usize,
    is_hurried: StoredValue<bool>,
}

impl Drawn {
    pub fn new(first: usize, all: usize) -> Self {
        let count = RwSignal::new(first.min(all));
        Self {
            count,
            all,
            is_hurried: StoredValue::new(false),
        }
    }

    /// All that is not there yet, at once: what is printed is all there is.
    pub fn finish(self) {
        self.is_hurried.set_value(true);
        self.reach(self.all);
    }

    /// Whether what is drawn now must be whole.
    pub fn is_hurried(self) -> bool {
        self.is_hurried.get_value()
    }

    /// A piece by its place; it is made when its turn has come.
    pub fn piece(self, at: usize, make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let is_drawn = memo(move || at < self.count.get());
        let piece = move || match is_drawn.get() {
            true => make(),
            false => ().into_any(),
        };
        live(piece).into_any()
    }

    /// At least so many pieces.
    pub fn reach(self, count: usize) {
        let count = count.min(self.all);
        // The page may be gone by now.
        if self
            .count
            .try_get_untracked()
            .is_some_and(|have| have < count)
        {
            self.count.try_set(count);
        }
    }

    /// One piece a frame until all are there.
    pub fn go_on(self) {
        let next = move || {
            if let Some(count) = self
                .count
                .try_get_untracked()
                .filter(|count| *count < self.all)
            {
                self.reach(count + 1);
                self.go_on();
            }
        };
        app::components::when_painted(next);
    }
}

/// What makes some rows of a list, by their places.
pub type Rows = Arc<dyn Fn(Range<usize>) -> Vec<AnyView> + Send + Sync>;

/// A list by its length: one piece of so many rows at once, and one in each frame after that.
pub fn in_pieces(count: usize, piece: usize, rows: &Rows) -> Vec<AnyView> {
    let pieces = count.div_ceil(piece);
    let drawn = Drawn::new(1, pieces);
    let list = (0..pieces).map(|at| {
        let rows = rows.clone();
        let range = at * piece..count.min((at + 1) * piece);
        drawn.piece(at, move || rows(range.clone()).into_any())
    });
    let list = list.collect();
    drawn.go_on();
    list
}
