//! The day by which the goods are needed.

use std::ops::Range;

use domain::Date;

use super::numbers::ONE;
use super::tokens::{Kind, Words};

/// Pieces of the text, and days since 1970-01-01.
pub type Found = (Range<usize>, i32);

const CUES: [&str; 40] = [
    "needed by",
    "need by",
    "need it by",
    "required by",
    "deliver by",
    "delivered by",
    "delivery by",
    "arrive by",
    "not later than",
    "no later than",
    "latest by",
    "on or before",
    "needed in",
    "delivery in",
    "deliver in",
    "delivered in",
    "delivery within",
    "lead time",
    "delivery date",
    "delivery",
    "deadline",
    "by the",
    "by",
    "before",
    "until",
    "till",
    "latest",
    "within the",
    "within",
    "in about",
    "in",
    "需要在",
    "要在",
    "必须在",
    "交期",
    "交货期",
    "最迟",
    "最晚",
    "希望在",
    "在",
];
/// After the day: it was the last one.
const ENDS: [&str; 20] = [
    "之前交货",
    "以前交货",
    "前交货",
    "前到货",
    "前送到",
    "前要",
    "之前",
    "以前",
    "前",
    "之内",
    "以内",
    "内交货",
    "内到货",
    "内送到",
    "内要",
    "内",
    "后",
    "交货",
    "到货",
    "要货",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// What a day needs around it to be taken for the day of need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// It says so itself: `三周内`, `2026-12-15`.
    Nothing,
    /// A word before it or after it.
    Cue,
}

impl Words<'_> {
    #[must_use]
    pub fn needed_by(&self, today: i32) -> Option<Found> {
        (0..self.tokens.len()).find_map(|at| {
            let (day, next, needs) = self.day_at(at, today)?;
            let start = self.before_any(at, &CUES);
            let end = self.after_any(next, &ENDS);
            if needs == Needs::Cue && start.is_none() && end.is_none() {
                return None;
            }
            Some((start.unwrap_or(at)..end.unwrap_or(next), day))
        })
    }

    fn day_at(&self, at: usize, today: i32) -> Option<(i32, usize, Needs)> {
        let cue = |(day, next)| (day, next, Needs::Cue);
        let sure = |(day, next)| (day, next, Needs::Nothing);
        self.span(at, today)
            .map(cue)
            .or_else(|| self.numeric(at).map(sure))
            .or_else(|| self.chinese(at, today).map(cue))
            .or_else(|| self.english(at, today).map(cue))
            .or_else(|| self.named(at, today).map(sure))
            .or_else(|| self.weekday(at, today).map(cue))
    }

    /// `3 weeks`, `两个月`.
    fn span(&self, at: usize, today: i32) -> Option<(i32, usize)> {
        let (value, next) = self.number(at)?;
        const UNITS: [(&str, i64); 20] = [
            ("working days", 1),
            ("business days", 1),
            ("days", 1),
            ("day", 1),
            ("weeks", 7),
            ("week", 7),
            ("wks", 7),
            ("months", 30),
            ("month", 30),
            ("个工作日", 1),
            ("工作日", 1),
            ("天", 1),
            ("个星期", 7),
            ("星期", 7),
            ("个礼拜", 7),
            ("礼拜", 7),
            ("周", 7),
            ("个月", 30),
            ("日内", 1),
            ("日之内", 1),
        ];
        let mut units = UNITS
            .iter()
            .filter_map(|(unit, days)| Some((*days, self.after(next, unit)?, *unit)));
        let (days, mut end, unit) = units.next()?;
        // 日 alone is a day of the month; with what follows it a span, whose end is left for the cue.
        if unit.starts_with('日') {
            end = next + 1;
        }
        if let Some(after) = self.after_any(end, &["' time", "time"]) {
            end = after;
        }
        let days = i32::try_from(value.checked_mul(days)?.div_euclid(ONE)).ok()?;
        (0..=3_660)
            .contains(&days)
            .then_some((today.checked_add(days)?, end))
    }

    /// `2026-12-15`, `2026/12/15`, `15/12/2026`: the day first, as Singapore writes it.
    fn numeric(&self, at: usize) -> Option<(i32, usize)> {
        let mark = self.word(at + 1);
        if !matches!(mark, "-" | "/" | ".") || self.word(at + 3) != mark {
            return None;
        }
        let part = |at: usize| match self.kind(at)? {
            Kind::Number(value) if value % ONE == 0 => u16::try_from(value / ONE).ok(),
            _ => None,
        };
        let (first, month, last) = (part(at)?, part(at + 2)?, part(at + 4)?);
        let (year, day) = if 31 < first {
            (first, last)
        } else {
            (last, first)
        };
        let year = if year < 100 { year + 2_000 } else { year };
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some((date.days_since_epoch(), at + 5))
    }

    /// `2026年12月15日`, `12月15号`, `12月底`, `十二月`.
    fn chinese(&self, at: usize, today: i32) -> Option<(i32, usize)> {
        let (mut first, mut next) = self.count(at)?;
        let year = match self.after(next, "年") {
            Some(after) => {
                let year = u16::try_from(first).ok()?;
                (first, next) = self.count(after)?;
                Some(year)
            }
            None => None,
        };
        let month = u8::try_from(first).ok()?;
        next = self.after_any(next, &["月份", "月"])?;
        if let Some(after) = self.after_any(next, &["底", "末"]) {
            return Some((last_of(year, month, today)?, after));
        }
        let Some((day, after)) = self.count(next) else {
            return Some((last_of(year, month, today)?, next));
        };
        let after = self.after_any(after, &["日", "号", "號"]).unwrap_or(after);
        Some((coming(year, month, u8::try_from(day).ok()?, today)?, after))
    }

    /// `15 Dec 2026`, `15th of December`, `Dec 15, 2026`, `end of December`.
    fn english(&self, at: usize, today: i32) -> Option<(i32, usize)> {
        if let Some(after) = self.after_any(at, &["end of", "the end of"]) {
            let month = self.month(after)?;
            let (year, next) = self.year(after + 1);
            return Some((last_of(year, month, today)?, next));
        }
        let (month, day, next) = match self.month(at) {
            Some(month) => {
                let (day, next) = self.day_of_month(at + 1)?;
                (month, day, next)
            }
            None => {
                let (day, next) = self.day_of_month(at)?;
                let next = self.after(next, "of").unwrap_or(next);
                (self.month(next)?, day, next + 1)
            }
        };
        let (year, next) = self.year(next);
        Some((coming(year, month, day, today)?, next))
    }

    fn month(&self, at: usize) -> Option<u8> {
        let word = self.word(at);
        let is = |name: &&str| {
            *name == word || (3 <= word.len() && word.len() <= 4 && name.starts_with(word))
        };
        let place = MONTHS.iter().position(is)?;
        u8::try_from(place + 1).ok()
    }

    fn day_of_month(&self, at: usize) -> Option<(u8, usize)> {
        let Some(Kind::Number(value)) = self.kind(at) else {
            return None;
        };
        let day = u8::try_from(value / ONE)
            .ok()
            .filter(|_| value % ONE == 0)?;
        let next = self
            .after_any(at + 1, &["st", "nd", "rd", "th"])
            .unwrap_or(at + 1);
        Some((day, next))
    }

    /// A year if there is one: four digits, perhaps after a comma.
    fn year(&self, at: usize) -> (Option<u16>, usize) {
        let place = self.after(at, ",").unwrap_or(at);
        match self.kind(place) {
            Some(Kind::Number(value))
                if value % ONE == 0 && (2_000..2_100).contains(&(value / ONE)) =>
            {
                (u16::try_from(value / ONE).ok(), place + 1)
            }
            _ => (None, at),
        }
    }

    /// `next week`, `下个月`, `月底`.
    fn named(&self, at: usize, today: i32) -> Option<(i32, usize)> {
        const DAYS: [(&str, i32); 6] = [
            ("tomorrow", 1),
            ("next month", 30),
            ("明天", 1),
            ("后天", 2),
            ("下个月", 30),
            ("下月", 30),
        ];
        let mut days = DAYS
            .iter()
            .filter_map(|(name, days)| Some((today.checked_add(*days)?, self.after(at, name)?)));
        days.next()
            .or_else(|| {
                const MONTH: [&str; 6] = [
                    "end of this month",
                    "end of the month",
                    "end of month",
                    "本月底",
                    "这个月底",
                    "月底",
                ];
                let this = Date::from_days_since_epoch(today)?;
                if let Some(next) = self.after_any(at, &MONTH) {
                    return Some((last_of(Some(this.year()), this.month(), today)?, next));
                }
                let next = self.after_any(
                    at,
                    &[
                        "end of this year",
                        "end of the year",
                        "end of year",
                        "今年底",
                        "年底",
                    ],
                )?;
                Some((last_of(Some(this.year()), 12, today)?, next))
            })
            .or_else(|| {
                // The Friday of next week, unless a day is named.
                let next = self.after_any(at, &["next week", "下周", "下星期", "下礼拜"])?;
                let monday = today.checked_add(7 - weekday(today))?;
                match self.chinese_weekday(next) {
                    Some(day) => Some((monday.checked_add(day)?, next + 1)),
                    None => Some((monday.checked_add(4)?, next)),
                }
            })
    }

    /// `Friday`, `周五`: the next one.
    fn weekday(&self, at: usize, today: i32) -> Option<(i32, usize)> {
        let next = self.after_any(at, &["next", "this"]).unwrap_or(at);
        let named = WEEKDAYS.iter().position(|name| *name == self.word(next));
        let (day, end) = match named {
            Some(day) => (i32::try_from(day).ok()?, next + 1),
            None => {
                let next = self.after_any(at, &["周", "星期", "礼拜", "本周", "这周"])?;
                (self.chinese_weekday(next)?, next + 1)
            }
        };
        let ahead = (day - weekday(today) + 7) % 7;
        let ahead = if ahead == 0 { 7 } else { ahead };
        Some((today.checked_add(ahead)?, end))
    }

    fn chinese_weekday(&self, at: usize) -> Option<i32> {
        const NAMES: [&str; 8] = ["一", "二", "三", "四", "五", "六", "日", "天"];
        let place = NAMES.iter().position(|name| *name == self.word(at))?;
        i32::try_from(place.min(6)).ok()
    }
}

/// 0 is Monday; 1970-01-01 was a Thursday.
fn weekday(day: i32) -> i32 {
    (day % 7 + 10) % 7
}

/// A day of a year, or of the year in which it comes next.
fn coming(year: Option<u16>, month: u8, day: u8, today: i32) -> Option<i32> {
    if let Some(year) = year {
        return Some(Date::new(year, month, day)?.days_since_epoch());
    }
    let this = Date::from_days_since_epoch(today)?.year();
    let days = (this..this.saturating_add(5)).filter_map(|year| Date::new(year, month, day));
    days.map(Date::days_since_epoch).find(|day| today <= *day)
}

fn last_of(year: Option<u16>, month: u8, today: i32) -> Option<i32> {
    (28..=31)
        .rev()
        .find_map(|day| coming(year, month, day, today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_the_week_are_known() {
        let check = |date: &str, expected: i32| {
            let day = date.parse::<Date>().unwrap().days_since_epoch();
            assert_eq!(weekday(day), expected, "{date}");
        };
        check("2026-11-22", 6);
        check("2026-11-23", 0);
        check("1969-12-31", 2);
    }
}
