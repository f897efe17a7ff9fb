//! Bugs that can be switched on, in tests only: each must be caught by the model, or the model proves nothing.

/// `seeded!(Name)`: whether this bug is switched on. Outside tests it is the word `false`.
#[cfg(not(test))]
macro_rules! seeded {
    ($name:ident) => {
        false
    };
}
#[cfg(test)]
macro_rules! seeded {
    ($name:ident) => {
        $crate::outbox::faults::is_on($crate::outbox::faults::Fault::$name)
    };
}
pub(crate) use seeded;

#[cfg(test)]
pub use switch::{Fault, is_on, switch};

#[cfg(test)]
mod switch {
    use std::cell::Cell;

    macro_rules! faults {
        ($($name:ident,)*) => {
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum Fault { $($name,)* }

            impl Fault {
                pub const ALL: &[Fault] = &[$(Fault::$name,)*];
            }
        };
    }

    faults! {
        // Sending and its answers.
        RemovedBeforeItIsSent, NewKeyOnRetry, SentBeforeItIsKept, DoneOnServerError, DoneOnConflict, DoneOnSilence,
        DoneOnStrangersAnswer, DroppedOnSignIn, OtherAccountsItemsSent, RefusalIsDropped, RefusalIsTriedForEver,
        RefusalBlocksAll, RefusalIsNotKept, ReplacementKeepsTheKey, DiscardIsNotKept,
        // Order.
        NextIsSentBesideTheFirst, OrderByTheClock, UnknownBeforeIsIgnored, KeptBeforeTheOneBefore,
        // Going on.
        ClockIsTrusted, PauseNeverEnds, OldSessionPauses, FollowersNeverSend, UnkeptIsNotTriedAgain,
        TriesWithoutAPause, NobodyLooksAgain,
        // The two places.
        DatabaseAloneIsBelieved, JournalAloneIsBelieved, GraveIsForgotten, OlderWins, ReadingEndsAtDamage,
        ChecksumIsIgnored, CompactionForgets,
        // The person.
        SignOutForgetsWhatIsKept, DraftGoesBeforeTheItemIsKept, RefusedDraftStaysShut,
    }

    thread_local! {
        static ON: Cell<Option<Fault>> = const { Cell::new(None) };
    }

    pub fn is_on(fault: Fault) -> bool {
        ON.get() == Some(fault)
    }

    /// Switches one bug on, or all off, in this thread.
    pub fn switch(fault: Option<Fault>) {
        ON.set(fault);
    }
}
