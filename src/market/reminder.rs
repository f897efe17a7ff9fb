//! Which certificates somebody should see to.

use domain::{Certificate, Date, Id};

/// A certificate is told of so many days before it ends.
pub const REMINDED_BEFORE: i32 = 60;

/// A certificate that has ended, or will soon.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// What it is a certificate of.
    pub listing: Id,
    pub certificate: Certificate,
    /// Days that it still counts after today; below zero since it ended.
    pub days: i32,
}

/// Of all certificates those to be seen to, the most urgent first.
#[must_use]
pub fn reminders(
    certificates: impl IntoIterator<Item = (Id, Certificate)>,
    today: Date,
) -> Vec<Reminder> {
    let left = |certificate: &Certificate| {
        certificate.valid_until.days_since_epoch() - today.days_since_epoch()
    };
    let mut reminders: Vec<_> = certificates
        .into_iter()
        .map(|(listing, certificate)| Reminder {
            listing,
            days: left(&certificate),
            certificate,
        })
        .filter(|reminder| reminder.days <= REMINDED_BEFORE)
        .collect();
    reminders.sort_by(|a, b| {
        let order = |reminder: &Reminder| (reminder.days, reminder.listing);
        order(a)
            .cmp(&order(b))
            .then_with(|| a.certificate.kind.cmp(&b.certificate.kind))
    });
    reminders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_within_sixty_days_is_told_of_and_what_has_ended() {
        let today: Date = "2026-11-22".parse().unwrap();
        let id = |number| Id::from_bytes([number; 16]);
        let of = |number, day: &str| {
            let text = format!("CE|{number}|TÜV|{day}");
            (id(number), text.parse::<Certificate>().unwrap())
        };
        let all = [
            of(1, "2027-01-22"),
            of(2, "2027-01-21"),
            of(3, "2026-11-21"),
            of(4, "2026-11-22"),
            of(5, "2020-02-29"),
            of(6, "2099-12-31"),
        ];
        let told: Vec<_> = reminders(all, today)
            .iter()
            .map(|reminder| (reminder.listing, reminder.days))
            .collect();
        assert_eq!(told, [(id(5), -2458), (id(3), -1), (id(4), 0), (id(2), 60)]);
    }
}
