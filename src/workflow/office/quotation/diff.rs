//! What one version changes of another, as values that a page says in plain words.

use domain::{Id, Price};

use super::bid::{Bid, BidLine};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A line is offered that was not, or is not any more.
    Offered(Id),
    Dropped(Id),
    /// For one unit; per cent of the price before, in tenths, where both are numbers in one currency.
    Price {
        line: Id,
        from: String,
        to: String,
        tenths_of_percent: Option<i64>,
    },
    Quantity {
        line: Id,
        from: String,
        to: String,
    },
    Days {
        line: Id,
        from: String,
        to: String,
    },
    Alternative {
        line: Id,
        to: String,
    },
    Note(Id),
    Currency {
        from: String,
        to: String,
    },
    /// With the named place.
    Incoterm {
        from: String,
        to: String,
    },
    Payment {
        from: String,
        to: String,
    },
    ValidUntil {
        from: String,
        to: String,
    },
}

/// All that is different, line by line in the order of the later one, then the terms.
#[must_use]
pub fn diff(before: &Bid, after: &Bid) -> Vec<Change> {
    let mut changes = Vec::new();
    let is_same_currency = before.currency == after.currency;
    for line in &after.lines {
        let old = before.line(line.line).filter(|old| old.is_offered);
        match (old, line.is_offered) {
            (None, true) => changes.push(Change::Offered(line.line)),
            (Some(_), false) => changes.push(Change::Dropped(line.line)),
            (Some(old), true) => of_line(&mut changes, old, line, is_same_currency),
            (None, false) => {}
        }
    }
    let gone = before
        .offered()
        .filter(|old| after.line(old.line).is_none());
    changes.extend(gone.map(|old| Change::Dropped(old.line)));
    let mut term = |from: String, to: String, change: fn(String, String) -> Change| {
        if from != to {
            changes.push(change(from, to));
        }
    };
    term(
        before.currency.clone(),
        after.currency.clone(),
        |from, to| Change::Currency { from, to },
    );
    let named = |bid: &Bid| format!("{} {}", bid.incoterm, bid.place).trim().to_owned();
    term(named(before), named(after), |from, to| Change::Incoterm {
        from,
        to,
    });
    term(before.payment.clone(), after.payment.clone(), |from, to| {
        Change::Payment { from, to }
    });
    let until = |bid: &Bid| bid.valid_until.clone();
    term(until(before), until(after), |from, to| Change::ValidUntil {
        from,
        to,
    });
    changes
}

fn of_line(changes: &mut Vec<Change>, old: &BidLine, new: &BidLine, is_same_currency: bool) {
    let line = new.line;
    if !is_same(&old.price, &new.price) {
        changes.push(Change::Price {
            line,
            from: old.price.clone(),
            to: new.price.clone(),
            tenths_of_percent: change_of(&old.price, &new.price).filter(|_| is_same_currency),
        });
    }
    if !is_same(&old.quantity, &new.quantity) {
        changes.push(Change::Quantity {
            line,
            from: old.quantity.clone(),
            to: new.quantity.clone(),
        });
    }
    if old.days != new.days {
        changes.push(Change::Days {
            line,
            from: old.days.clone(),
            to: new.days.clone(),
        });
    }
    if old.alternative != new.alternative {
        changes.push(Change::Alternative {
            line,
            to: new.alternative.clone(),
        });
    }
    if old.note != new.note {
        changes.push(Change::Note(line));
    }
}

/// Whether two numbers are one, however they are written: `0.4` and `0.40`.
fn is_same(one: &str, other: &str) -> bool {
    match (one.parse::<Price>(), other.parse::<Price>()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn change_of(from: &str, to: &str) -> Option<i64> {
    let read = |text: &str| text.parse::<Price>().ok().map(Price::ten_thousandths);
    let (from, to) = (read(from)?, read(to)?);
    let numerator = (i128::from(to) - i128::from(from)) * 1000;
    (0 < from).then(|| {
        let half = i128::from(from) / 2;
        let rounded = if numerator < 0 {
            (numerator - half) / i128::from(from)
        } else {
            (numerator + half) / i128::from(from)
        };
        i64::try_from(rounded).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::super::bid::tests::{bid, id};
    use super::*;

    fn check(change: impl FnOnce(&mut Bid), expected: &[Change]) {
        let mut after = bid();
        change(&mut after);
        assert_eq!(diff(&bid(), &after), expected);
    }

    #[test]
    fn every_change_is_told_and_nothing_else() {
        let text = str::to_owned;
        check(|_| {}, &[]);
        check(|bid| bid.lines[0].price = text("0.4200"), &[]);
        check(
            |bid| bid.lines[0].price = text("0.40"),
            &[Change::Price {
                line: id(1),
                from: text("0.42"),
                to: text("0.40"),
                tenths_of_percent: Some(-48),
            }],
        );
        check(
            |bid| bid.lines[1].is_offered = false,
            &[Change::Dropped(id(2))],
        );
        check(|bid| drop(bid.lines.remove(1)), &[Change::Dropped(id(2))]);
        check(
            |bid| {
                bid.lines[0].days = text("10");
                bid.lines[0].alternative = text("A4-80");
                bid.payment = text("60 days");
                bid.place = text("Yantian");
            },
            &[
                Change::Days {
                    line: id(1),
                    from: text("14"),
                    to: text("10"),
                },
                Change::Alternative {
                    line: id(1),
                    to: text("A4-80"),
                },
                Change::Incoterm {
                    from: text("CIF Shenzhen"),
                    to: text("CIF Yantian"),
                },
                Change::Payment {
                    from: text("30 days"),
                    to: text("60 days"),
                },
            ],
        );
    }

    #[test]
    fn prices_in_two_currencies_have_no_per_cent() {
        let mut after = bid();
        after.currency = "CNY".to_owned();
        after.lines[0].price = "2.10".to_owned();
        let changes = diff(&bid(), &after);
        let Change::Price {
            tenths_of_percent, ..
        } = &changes[0]
        else {
            panic!("{changes:?}");
        };
        assert_eq!(*tenths_of_percent, None);
        assert_eq!(changes.len(), 2);
    }

    #[test]
    fn a_line_that_comes_back_is_offered() {
        let mut before = bid();
        before.lines[0].is_offered = false;
        assert_eq!(diff(&before, &bid()), [Change::Offered(id(1))]);
    }
}
