//! Matching in the worker: a hundred sourcing requests against ten thousand products.
//!
//! The demonstration has fewer products: its own are published again under further part numbers, with other stocks and
//! lead times, until there are enough.

use std::path::Path;

use api_types::catalogue::FileRef;
use catalogue::Catalogue;
use domain::{Product, Sku};
use publish::Parts;
use search::ask::{Ask, Need, Part};
use serde_json::Value;

use super::{
    ours::{job, part},
    plan::put,
    worker::Worker,
};
use crate::{build::catalogue as demonstration, trouble::Trouble, workspace::Workspace};

pub const LABEL: &str = "ours.match";
const PRODUCTS: usize = 10_000;
const NEEDS: usize = 100;
/// A screen of matches.
const LIMIT: u32 = 50;
/// The demonstration's day, 2026-11-20, in days since 1970-01-01.
const TODAY: i32 = 20_777;

/// The measurement of the worker on such a catalogue.
pub fn matching(workspace: &Workspace, inputs: &Path, worker: &Worker) -> Result<Value, Trouble> {
    let mut goods = demonstration::read(workspace)?;
    enlarge(&mut goods);
    let asks = needs(&goods.products);
    let parts = demonstration::parts_of(&goods)?;
    let named = &parts.front.engine;
    let mut all = Vec::new();
    for (kind, file) in [
        (Part::Lexicon, &named.lexicon),
        (Part::Offers, &named.offers),
        (Part::Segment, &named.places),
    ] {
        all.extend(written(inputs, &parts, kind, file)?);
    }
    for file in &named.departments {
        all.extend(written(inputs, &parts, Part::Segment, file)?);
    }
    job(inputs, worker, LABEL, &all, (&asks, &asks))
}

fn written(
    inputs: &Path,
    parts: &Parts,
    kind: Part,
    named: &FileRef,
) -> Result<Option<Value>, Trouble> {
    let Some(file) = parts.files.iter().find(|file| file.name == named.file) else {
        return Ok(None);
    };
    let name = format!("match.{}", file.name);
    put(&inputs.join(&name), &file.bytes)?;
    part(inputs, kind, &name).map(Some)
}

fn enlarge(goods: &mut Catalogue) {
    let originals = goods.products.clone();
    let copies = (2..).flat_map(|turn| originals.iter().map(move |product| (turn, product)));
    let missing = PRODUCTS.saturating_sub(originals.len());
    goods
        .products
        .extend(copies.take(missing).map(|(turn, product)| Product {
            sku: again(&product.sku, turn),
            stock: product.stock / turn,
            lead_time_days: (product.lead_time_days + 2).min(365),
            gtin: None,
            ..product.clone()
        }));
}

/// The part number with a number behind it, cut where it would become too long.
fn again(sku: &Sku, turn: u32) -> Sku {
    let kept: String = sku.as_str().chars().take(36).collect();
    let text = format!("{kept}-{turn}");
    text.parse().unwrap_or_else(|_| sku.clone())
}

/// What buyers ask for: half in English, half in Chinese, in quantities from tens to tens of thousands.
fn needs(products: &[Product]) -> Vec<Ask> {
    let step = (products.len() / NEEDS).max(1);
    let chosen = (0u32..).zip(products.iter().step_by(step).take(NEEDS));
    chosen
        .map(|(at, product)| {
            let name = if at % 2 == 0 {
                product.name.en.split(',').next().unwrap_or_default()
            } else {
                product.name.zh.split(' ').next().unwrap_or_default()
            };
            let need = Need {
                text: name.to_owned(),
                quantity: Some(10 * 4u32.pow(at % 6)),
                needed_by: Some(TODAY + 30),
                destination: Some("SG".to_owned()),
                certificates: vec!["ISO 9001".to_owned()],
                incoterm: Some("DDP".to_owned()),
                ..Need::default()
            };
            Ask::Match {
                version: 0,
                need,
                today: TODAY,
                limit: LIMIT,
            }
        })
        .collect()
}
