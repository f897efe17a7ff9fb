use serde::{Deserialize, Serialize};

use super::Text;

/// All suppliers with what their pages show, in the order of `Front::suppliers`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Suppliers {
    pub suppliers: Vec<Supplier>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Supplier {
    pub code: String,
    /// Singapore's Unique Entity Number.
    pub uen: String,
    /// As registered.
    pub legal_name: String,
    pub about: Text,
    pub address: String,
    /// Year.
    pub founded: u16,
    pub employees: u32,
    /// ISO 3166-1 alpha-2.
    pub export_markets: Vec<String>,
    pub payment_terms: Text,
    pub certificates: Vec<SupplierCertificate>,
    /// Slugs of the departments they sell in, most products first.
    pub departments: Vec<String>,
}

/// A certificate of the company, such as its quality management.
pub type SupplierCertificate = super::Certificate;
