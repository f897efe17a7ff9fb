//! One chart for README.md: every engine by quality, index, opening and query on `cf`, readable in light and dark.
//!
//! Places on a scale, not bars: quality does not begin at 0, and times and bytes span three powers of ten.

use std::fmt::Write;

use super::{
    engines::{Measured, proper},
    plan::OURS,
};
use crate::{bench::table::amount, search::set::Language};

const SET: &str = "cf";
const WIDTH: f64 = 880.0;
const PANEL: f64 = 400.0;
const NAMES: f64 = 120.0;
const LINE: f64 = 24.0;
/// Room behind the scale for the value of the last place.
const VALUES: f64 = 92.0;
const STYLE: &str = "\
text{font:13px system-ui,sans-serif;fill:#33404d}.title{font-weight:600;fill:#17212b}\
.rule{stroke:#d5dce3}.dot{fill:#7d8b99}.ours .dot{fill:#0b6bcb}.ours text{font-weight:600;fill:#0b57a4}\
@media(prefers-color-scheme:dark){text{fill:#b7c3cf}.title{fill:#eef3f7}.rule{stroke:#3a4753}.dot{fill:#8897a6}\
.ours .dot{fill:#5fb0ff}.ours text{fill:#8fc8ff}}";

/// Something measured of each engine.
struct Panel {
    title: &'static str,
    unit: &'static str,
    is_power: bool,
    figure: fn(&Measured) -> Option<f64>,
}

const PANELS: [Panel; 4] = [
    Panel {
        title: "nDCG@10 on validation queries: more is better",
        unit: "",
        is_power: false,
        figure: |one| Some(one.validation.ndcg10),
    },
    Panel {
        title: "Index, brotli 11: less is better",
        unit: "B",
        is_power: true,
        figure: |one| one.brotli,
    },
    Panel {
        title: "Opening the index: less is better",
        unit: "ms",
        is_power: true,
        figure: |one| one.open,
    },
    Panel {
        title: "Query, p95: less is better",
        unit: "ms",
        is_power: true,
        figure: |one| one.p95,
    },
];

/// The whole drawing.
pub fn draw(engines: &[Measured]) -> String {
    let rows: Vec<&Measured> = engines
        .iter()
        .filter(|one| one.set == SET && one.language == Language::English)
        .collect();
    let panel_height = LINE * (number(rows.len()) + 2.0);
    let height = panel_height * 2.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-label=\"Search engines on the set {SET}\"><style>{STYLE}</style>\n"
    );
    for (at, panel) in PANELS.iter().enumerate() {
        let x = number(at % 2) * (WIDTH - PANEL);
        let y = number(at / 2) * panel_height;
        writeln!(svg, "<g transform=\"translate({x} {y})\">").expect(STRING);
        draw_panel(&mut svg, panel, &rows);
        svg += "</g>\n";
    }
    svg += "</svg>\n";
    svg
}

const STRING: &str = "writing to a string cannot fail";

fn draw_panel(svg: &mut String, panel: &Panel, rows: &[&Measured]) {
    let scale = |value: f64| {
        if panel.is_power {
            value.max(1e-6).log10()
        } else {
            value
        }
    };
    let values: Vec<f64> = rows
        .iter()
        .filter_map(|one| (panel.figure)(one).map(scale))
        .collect();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let span = (most - least).max(1e-9);
    let room = PANEL - NAMES - VALUES;
    writeln!(svg, "<text class=\"title\" y=\"16\">{}</text>", panel.title).expect(STRING);
    for (at, one) in rows.iter().enumerate() {
        let y = LINE * (number(at) + 1.6);
        let class = if one.engine == OURS {
            " class=\"ours\""
        } else {
            ""
        };
        writeln!(
            svg,
            "<g{class}><text y=\"{:.1}\">{}</text><path class=\"rule\" d=\"M{NAMES} {y:.1}H{:.1}\"/>",
            y + 4.5,
            proper(one.engine),
            NAMES + room,
        )
        .expect(STRING);
        if let Some(value) = (panel.figure)(one) {
            let x = NAMES + room * (scale(value) - least) / span;
            writeln!(
                svg,
                "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/><text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                NAMES + room + 12.0,
                y + 4.5,
                amount(value, panel.unit),
            )
            .expect(STRING);
        }
        svg.push_str("</g>\n");
    }
}

#[expect(clippy::cast_precision_loss, reason = "a chart has a dozen lines")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::score::Quality;

    fn measured(engine: &'static str, p95: Option<f64>) -> Measured {
        Measured {
            engine,
            set: SET.to_owned(),
            language: Language::English,
            all: Quality::default(),
            validation: Quality {
                ndcg10: 0.8,
                ..Quality::default()
            },
            open: Some(2.0),
            p50: None,
            p95,
            raw: None,
            brotli: Some(450_000.0),
        }
    }

    #[test]
    fn every_engine_has_a_place_where_it_was_measured() {
        let svg = draw(&[measured(OURS, Some(0.2)), measured("lunr", None)]);
        assert_eq!(svg.matches("<circle").count(), 7);
        assert_eq!(svg.matches("class=\"ours\"").count(), 4);
        assert!(svg.contains("450 KB") && svg.contains("prefers-color-scheme:dark"));
        assert!(!svg.contains("NaN"), "{svg}");
    }
}
