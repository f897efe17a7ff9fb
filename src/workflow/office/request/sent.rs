//! A request as a list shows it, sent or not.

use domain::{Date, Id};

use super::sheet::Sheet;

/// Where it stands; the first that are to be seen to come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The hub has refused it, and somebody must mend it.
    Refused,
    /// On its way: on this device until there is a network.
    Waiting,
    Draft,
    Open,
    Awarded,
    Expired,
    Closed,
}

impl Phase {
    /// Which of the three groups of the list it belongs to: to be finished, with suppliers, over.
    #[must_use]
    pub fn group(self) -> usize {
        match self {
            Self::Refused | Self::Waiting | Self::Draft => 0,
            Self::Open => 1,
            Self::Awarded | Self::Expired | Self::Closed => 2,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub id: Id,
    /// As the hub has it; 0 while it has none.
    pub version: u64,
    pub sheet: Sheet,
    pub phase: Phase,
    /// Milliseconds since 1970, of whatever happened to it last.
    pub at: u64,
    pub asked: u32,
    pub answered: u32,
}

impl Sent {
    /// Open until the last day is over.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        let until: Option<Date> = self.sheet.valid_until.parse().ok();
        if self.phase == Phase::Open && until.is_some_and(|until| until < today) {
            self.phase = Phase::Expired;
        }
        self
    }
}

/// In the order of a list: by group, then the newest first. Of two with one id the first counts: what is on this device
/// comes before what the hub has.
#[must_use]
pub fn arranged(rows: impl IntoIterator<Item = Sent>) -> Vec<Sent> {
    let mut arranged: Vec<Sent> = Vec::new();
    for row in rows {
        if !arranged.iter().any(|have| have.id == row.id) {
            arranged.push(row);
        }
    }
    arranged.sort_by_key(|row| (row.phase.group(), std::cmp::Reverse(row.at), row.id));
    arranged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u64, phase: Phase, at: u64) -> Sent {
        Sent {
            id: Id::new(number, [7; 10]),
            version: 1,
            sheet: Sheet {
                valid_until: "2026-12-01".to_owned(),
                ..Sheet::default()
            },
            phase,
            at,
            asked: 1,
            answered: 0,
        }
    }

    #[test]
    fn what_is_on_this_device_counts_and_stands_first() {
        let rows = [
            row(1, Phase::Waiting, 5),
            row(1, Phase::Draft, 4),
            row(2, Phase::Closed, 9),
            row(3, Phase::Open, 2),
            row(4, Phase::Open, 3),
        ];
        let order = arranged(rows).into_iter().map(|row| (row.id, row.phase));
        let id = |number: u64| Id::new(number, [7; 10]);
        let expected = [
            (id(1), Phase::Waiting),
            (id(4), Phase::Open),
            (id(3), Phase::Open),
            (id(2), Phase::Closed),
        ];
        assert_eq!(order.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_open_request_expires_when_its_last_day_is_over() {
        let phase = |phase, day: &str| row(1, phase, 1).on(day.parse().unwrap()).phase;
        assert_eq!(phase(Phase::Open, "2026-12-01"), Phase::Open);
        assert_eq!(phase(Phase::Open, "2026-12-02"), Phase::Expired);
        assert_eq!(phase(Phase::Awarded, "2026-12-02"), Phase::Awarded);
    }
}
