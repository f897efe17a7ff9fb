//! `cargo hub ekyc analyse`: what the browser would say of a picture, a line of JSON for each.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::Date;
use ekyc::{
    Analysis, Expected, Finder, Page, Reading, Sighting,
    check::{Finding, Outcome},
    mrz::{Mrz, MrzSex, Unrepaired},
    quality::Quality,
    read::Net,
};
use serde_json::{Map, Value, json};

use super::{numbers::today, still};
use crate::trouble::Trouble;

/// Analyses one file after another; the ones that are no pictures are told of in their line, and at the end.
pub fn run(files: &[PathBuf], expected: Expected, day: Option<Date>) -> Result<(), Trouble> {
    let day = day.map_or_else(today, Ok)?;
    let (mut finder, net) = (Finder::default(), Net::trained());
    let mut refused = 0;
    for path in files {
        let mut line = Map::new();
        line.insert("file".into(), json!(path.to_string_lossy()));
        match picture(path) {
            Ok(picture) => {
                let size = [picture.width(), picture.height()];
                line.insert("pixels".into(), json!(size));
                let analysis = ekyc::analyse(&mut finder, &net, &picture, expected, day);
                line.extend(told(&analysis));
            }
            Err(why) => {
                refused += 1;
                line.insert("verdict".into(), json!("refused"));
                line.insert("reasons".into(), json!([why]));
            }
        }
        writeln!(io::stdout().lock(), "{}", Value::Object(line)).map_err(|error| {
            Trouble::new(
                format!("writing the answer: {error}"),
                "check what the output goes to",
            )
        })?;
    }
    match refused {
        0 => Ok(()),
        some => Err(Trouble::new(
            format!("{some} of {} are no pictures that can be read", files.len()),
            "give PNG, JPEG or WebP of 50 megapixels at most",
        )),
    }
}

fn picture(path: &Path) -> Result<ekyc::Gray, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    still::decode(&bytes)
}

fn told(analysis: &Analysis) -> Map<String, Value> {
    let judged = &analysis.judged;
    let verdict = if judged.good.is_some() {
        "good"
    } else {
        "retake"
    };
    let reasons: Vec<&str> = judged.reasons.iter().map(|reason| reason.code()).collect();
    let quad = match &analysis.sighting {
        Sighting::Nothing => None,
        Sighting::Cut(quad) => Some(quad),
        Sighting::Found(outline) => Some(&outline.quad),
    };
    let corners = quad.map(|quad| quad.0.map(|point| [round(point.x), round(point.y)]));
    let told = json!({
        "verdict": verdict,
        "reasons": reasons,
        "corners": corners,
        "quality": judged.quality.as_ref().map(quality),
        "page": analysis.page.as_ref().map(|page| straightened(page, &analysis.reading)),
        "fields": fields(&analysis.reading),
        "checks": analysis.findings.iter().map(finding).collect::<Vec<Value>>(),
    });
    match told {
        Value::Object(told) => told,
        _ => Map::new(),
    }
}

fn quality(quality: &Quality) -> Value {
    json!({
        "fill": round(quality.fill),
        "tilt_degrees": round(quality.tilt),
        "lightest": round(quality.light.lightest),
        "burnt": round(quality.light.burnt),
        "spot": round(quality.light.spot),
        "blur_of_pitch": round(quality.blur),
    })
}

fn straightened(page: &Page, reading: &Reading) -> Value {
    json!({
        "pixels": [page.picture().width(), page.picture().height()],
        "dots_per_inch": page.dots_per_inch().round(),
        "quarters_turned": reading.quarters,
    })
}

/// What was read, in the open: whoever runs this has the document before them.
fn fields(reading: &Reading) -> Value {
    let numbers = reading.numbers.iter().map(|number| {
        json!({
            "kind": number.kind.code(),
            "text": number.text.expose(),
            "confidence": round(number.confidence),
            "changed": number.changed,
        })
    });
    let zone = reading.zone.as_ref().map(|zone| match zone {
        Ok(zone) => {
            let mut told = mrz(&zone.mrz);
            told["confidence"] = json!(round(zone.confidence));
            told["changed"] = json!(zone.changed);
            told
        }
        Err(why) => json!({ "unread": unread(*why) }),
    });
    json!({ "mrz": zone, "numbers": numbers.collect::<Vec<Value>>() })
}

fn mrz(mrz: &Mrz) -> Value {
    let born = &mrz.born;
    json!({
        "format": format!("{:?}", mrz.format),
        "kind": mrz.kind.expose(),
        "issuer": mrz.issuer.code(),
        "nationality": mrz.nationality.code(),
        "number": mrz.number.expose(),
        "primary": mrz.primary.expose(),
        "secondary": mrz.secondary.expose(),
        "born": [born.year, born.month.map(u16::from), born.day.map(u16::from)],
        "sex": match mrz.sex {
            MrzSex::Female => "F",
            MrzSex::Male => "M",
            MrzSex::Unspecified => "X",
        },
        "expires": mrz.expires.to_string(),
        "optional": mrz.optional.expose(),
    })
}

fn unread(why: Unrepaired) -> &'static str {
    match why {
        Unrepaired::Blurred => "blurred",
        Unrepaired::Size => "size",
        Unrepaired::Unsure { .. } => "unsure",
        Unrepaired::Wrong => "check-digits",
        Unrepaired::Ambiguous => "ambiguous",
    }
}

fn finding(finding: &Finding) -> Value {
    let outcome = match finding.outcome {
        Outcome::Passed => "passed",
        Outcome::Look => "look",
        Outcome::Failed => "failed",
    };
    json!({ "check": finding.check.code(), "outcome": outcome })
}

fn round(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}
