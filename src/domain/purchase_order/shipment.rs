use serde::{Deserialize, Serialize};

use crate::{Date, Id, Quantity};

/// Goods that have left the supplier together: all of an order, or a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipment {
    pub sent: Dispatch,
    /// None as long as the buyer has not said that it came.
    pub arrival: Option<Arrival>,
}

/// What the supplier says of a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    pub lines: Vec<ShippedLine>,
    /// Who carries it.
    pub carrier: String,
    /// The number that the carrier knows it by: of a bill of lading, an air waybill, a parcel.
    pub tracking: String,
    pub on: Date,
    pub note: String,
}

/// How much of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippedLine {
    pub line: Id,
    pub quantity: Quantity,
}

/// What the buyer says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    pub on: Date,
    pub note: String,
}
