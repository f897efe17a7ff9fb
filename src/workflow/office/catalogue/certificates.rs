//! Which certificates of a cell have ended or end soon.

use domain::Certificate;

/// Days before its end from which a certificate is to be renewed, as the hub reminds of it.
const SOON: i32 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Counts,
    EndsSoon,
    Ended,
}

/// A certificate, and the days that it counts after today; below zero since it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub certificate: Certificate,
    pub days: i32,
}

impl Ending {
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.days {
            ..0 => Standing::Ended,
            0..=SOON => Standing::EndsSoon,
            _ => Standing::Counts,
        }
    }
}

/// The certificates of a cell, the most urgent first; what is none is left out. `today`: days since 1970-01-01.
#[must_use]
pub fn endings(cell: &str, today: i32) -> Vec<Ending> {
    let certificates = cell
        .split(';')
        .filter_map(|part| part.trim().parse::<Certificate>().ok());
    let mut endings: Vec<_> = certificates
        .map(|certificate| Ending {
            days: certificate.valid_until.days_since_epoch() - today,
            certificate,
        })
        .collect();
    endings.sort_by_key(|ending| ending.days);
    endings
}
