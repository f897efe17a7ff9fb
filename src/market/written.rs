//! What is negotiated, as text for whoever keeps it: JSON, so that fields may be added and old rows are still read.

use serde::{Serialize, de::DeserializeOwned};

use crate::{Approval, Books, PurchaseOrder, Quotation, Record, Request, Settings, Thread};

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists of them are JSON")
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

macro_rules! written {
    ($($name:ty),*) => {
        $(
            impl $name {
                #[must_use]
                pub fn text(&self) -> String {
                    text(self)
                }

                /// Nothing if it was written by somebody else.
                #[must_use]
                pub fn read_text(text: &str) -> Option<Self> {
                    read(text)
                }
            }
        )*
    };
}

written!(
    Request,
    Quotation,
    Thread,
    PurchaseOrder,
    Approval,
    Settings,
    Books,
    Record
);
