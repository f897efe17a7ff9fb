//! Verdicts on numbers, a line each: what the page would say of them.

use std::{
    io::{self, BufRead, BufWriter, Write},
    time::{SystemTime, UNIX_EPOCH},
};

use domain::Date;
use ekyc::numbers::{Kind, Verdict, assess};

use crate::trouble::Trouble;

/// From standard input to standard output.
pub fn run(day: Option<Date>) -> Result<(), Trouble> {
    let day = day.map_or_else(today, Ok)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| broken(&error))?;
        let answer = answer(&line, day)?;
        writeln!(out, "{line}\t{answer}").map_err(|error| broken(&error))?;
    }
    out.flush().map_err(|error| broken(&error))
}

fn broken(error: &io::Error) -> Trouble {
    Trouble::new(
        format!("reading or writing lines: {error}"),
        "give lines of UTF-8 text",
    )
}

/// The day by this machine's clock.
pub(super) fn today() -> Result<Date, Trouble> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let days = since.and_then(|since| i32::try_from(since.as_secs() / 86_400).ok());
    days.and_then(Date::from_days_since_epoch)
        .ok_or_else(|| Trouble::new("the clock shows no day", "give one, as in --day 2026-11-22"))
}

/// `ok`, `look:` with what to look at, or `refused:` with why.
fn answer(line: &str, day: Date) -> Result<String, Trouble> {
    let (kind, number) = line.split_once('\t').unwrap_or((line, ""));
    let kind = Kind::from_code(kind).ok_or_else(|| {
        Trouble::new(
            format!("`{kind}` is no kind of number"),
            "begin each line with nric, resident-id, uscc or uen, and a tab",
        )
    })?;
    Ok(match assess(kind, number, day) {
        Verdict::Refused(why) => format!("refused:{}", why.code()),
        Verdict::Stands(remarks) if remarks.is_empty() => "ok".to_owned(),
        Verdict::Stands(remarks) => {
            let codes: Vec<&str> = remarks.iter().map(|remark| remark.code()).collect();
            format!("look:{}", codes.join(","))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_verdict() {
        let day = "2026-11-22".parse().unwrap();
        let check = |line: &str, expected: &str| assert_eq!(answer(line, day).unwrap(), expected);
        check("nric\tS1234567D", "ok");
        check("nric\tM1234567X", "refused:check");
        check("resident-id\t110105 19491231 002x", "ok");
        check("uscc\t91310115MA1G4L1WX7", "look:organization");
        check("uen\t", "refused:form");
        assert!(answer("passport\tX", day).is_err());
    }
}
