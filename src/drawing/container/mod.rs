//! Bottles, cans, drums, bags, sachets and large containers.

pub mod bag;
pub mod bottle;
pub mod bulk;
pub mod can;
pub mod tube;

use crate::Dimensions;
use crate::pen::Sketch;

/// What a container holds, as a label writes it.
fn content(d: &Dimensions) -> Option<String> {
    let units = [
        ("capacity", "L"),
        ("net_volume", "L"),
        ("net_volume_ml", "mL"),
        ("net_weight", "kg"),
        ("net_weight_g", "g"),
        ("volume_ml", "mL"),
    ];
    units.iter().find_map(|(key, unit)| {
        let value = d.number(key)?;
        Some(format!("{} {unit}", crate::dimensions::written(value)))
    })
}

/// Width and height of a round container, from its axis.
fn size(s: &mut Sketch, d: &Dimensions, half: f64, top: f64, bottom: f64) {
    s.width(-half, half, bottom, 1, d.label_after("⌀", "diameter"));
    s.height(top, bottom, -half, -1, d.label("height"));
}
