//! How soon a supplier answers and how often it wins, as two small charts. Each says how many cases it rests on.

use api_types::address::Language;
use browser::format;
use leptos::prelude::*;
use markup::view;
use workflow::office::record::Record;

use crate::locales::words;

/// Of a chart, in its own units; the page stretches it to its width.
const WIDTH: u32 = 1000;

pub fn panel(language: Language, record: &Record) -> AnyView {
    let words = &words(language).home;
    let answers = record.answers();
    let count = |number: u32| format::count(language, number);
    let median = record.median.map(|median| {
        let minutes = u32::try_from(median / 60_000).unwrap_or(u32::MAX);
        (words.record_median)(&spell(language, minutes), &count(answers))
    });
    let median = median.unwrap_or_else(|| words.record_no_answer.to_owned());
    let spans = words.record_spans.into_iter().zip(record.answered);
    let without = record.asked.saturating_sub(answers);
    let answered = spans.chain([(words.record_unanswered, without)]);
    let rate = record.win_rate().map(|rate| {
        let decided = count(record.won + record.lost);
        (words.record_rate)(&format::percent(language, rate), &decided)
    });
    let rate = rate.unwrap_or_else(|| words.record_no_rate.to_owned());
    let won = words
        .record_outcomes
        .into_iter()
        .zip([record.won, record.lost, record.open]);
    view! {
        <section class="panel stack record">
            <h2>{words.record}</h2>
            <div>
                <p><b>{median}</b></p>
                {bars(language, answered.collect())}
            </div>
            <div>
                <p><b>{rate}</b></p>
                {bars(language, won.collect())}
            </div>
        </section>
    }
}

/// A bar a row, as long as its share of the longest, with its name and number as words beside it.
fn bars(language: Language, rows: Vec<(&'static str, u32)>) -> AnyView {
    let longest = rows.iter().map(|(_, number)| *number).max().unwrap_or(0);
    let rows = rows.into_iter().map(|(name, number)| {
        let width = (u64::from(number) * u64::from(WIDTH)).checked_div(u64::from(longest));
        let width = width.unwrap_or(0).to_string();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="bar"><svg viewBox=format!("0 0 {WIDTH} 10") preserveAspectRatio="none" aria-hidden="true"><rect width=width height="10"></rect></svg></td>
                <td>{format::count(language, number)}</td>
            </tr>
        }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <table class="bars"><tbody>{rows}</tbody></table> }
}

/// Minutes below two hours, hours below two days, then days.
fn spell(language: Language, minutes: u32) -> String {
    let units = words(language).home.record_units;
    let (number, unit) = match minutes {
        0..120 => (minutes.max(1), units[0]),
        120..2880 => (minutes / 60, units[1]),
        _ => (minutes / 1440, units[2]),
    };
    unit(number, &format::count(language, number))
}
