//! What an answer of the server means for an item.

use super::faults::seeded;

/// What is known of an answer's head and body.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// The HTTP status.
    pub status: u16,
    /// Whether it is JSON, or a problem, or a 204: a hotspot's welcome page is a 200 too, and no answer of ours.
    pub is_ours: bool,
    /// The problem's code, empty where it has none.
    pub code: &'a str,
    /// `Retry-After` in seconds.
    pub retry_after: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The server has it, now or since an earlier attempt.
    Done,
    /// Nothing is known, or not now: the same again later, in this many milliseconds at the earliest.
    Later { wait: u64 },
    /// The session has ended, or is somebody else's.
    SignIn,
    /// Never, as it is.
    Refused { status: u16, code: String },
}

/// The code of a 409 that says that the same request is being worked on.
const IN_FLIGHT: &str = "in_flight";

impl Answer {
    /// No answer came: offline, cut off, or too late.
    pub const NONE: Answer = Answer::Later { wait: 0 };

    #[must_use]
    pub fn of(reply: Reply<'_>) -> Self {
        let later = Answer::Later {
            wait: u64::from(reply.retry_after.unwrap_or(0)) * 1000,
        };
        if !reply.is_ours && !seeded!(DoneOnStrangersAnswer) {
            return later;
        }
        match reply.status {
            200..=299 => Answer::Done,
            401 => Answer::SignIn,
            409 if seeded!(DoneOnConflict) => Answer::Done,
            500.. if seeded!(DoneOnServerError) => Answer::Done,
            // Of a conflict only this one passes by itself.
            409 if reply.code.is_empty() || reply.code == IN_FLIGHT => later,
            // 426: a newer release of the page can send it.
            408 | 425 | 426 | 429 => later,
            400..=499 if !seeded!(RefusalIsTriedForEver) => Answer::Refused {
                status: reply.status,
                code: reply.code.to_owned(),
            },
            _ => later,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: u16, code: &str, expected: &Answer) {
        let reply = Reply {
            status,
            is_ours: true,
            code,
            retry_after: Some(7),
        };
        assert_eq!(&Answer::of(reply), expected, "{status} {code}");
        let strangers = Reply {
            is_ours: false,
            ..reply
        };
        let later = Answer::Later { wait: 7000 };
        assert_eq!(Answer::of(strangers), later, "somebody else's {status}");
    }

    #[test]
    fn only_definite_answers_settle_anything() {
        let later = Answer::Later { wait: 7000 };
        let refused = |status, code: &str| Answer::Refused {
            status,
            code: code.to_owned(),
        };
        check(200, "", &Answer::Done);
        check(201, "", &Answer::Done);
        check(204, "", &Answer::Done);
        check(401, "wrong_account", &Answer::SignIn);
        for status in [302, 304, 408, 425, 426, 429, 500, 502, 503, 504, 507, 599] {
            check(status, "", &later);
        }
        check(409, "", &later);
        check(409, "in_flight", &later);
        check(409, "rfq_closed", &refused(409, "rfq_closed"));
        for status in [400, 403, 404, 410, 412, 413, 415, 422] {
            check(status, "why", &refused(status, "why"));
        }
    }
}
