//! Codes that requests and quotations are written with.

/// Incoterms 2020, from what the seller does least to what they do most.
pub const INCOTERMS: [&str; 11] = [
    "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP",
];

/// Ports that goods from Singapore's suppliers are shipped to most, UN/LOCODE, the reader's likeliest first.
pub const PORTS: [&str; 24] = [
    "CNSZX", "CNYTN", "CNSHK", "CNCAN", "HKHKG", "CNXMN", "CNNGB", "CNSHA", "CNTAO", "CNTXG",
    "CNDLC", "SGSIN", "MYPKG", "MYPEN", "IDJKT", "THLCH", "THBKK", "VNSGN", "VNHPH", "PHMNL",
    "TWKHH", "JPTYO", "KRPUS", "AUSYD",
];

/// Certificates that buyers ask for most.
pub const CERTIFICATES: [&str; 10] = [
    "CE",
    "RoHS",
    "REACH",
    "UL",
    "ISO 9001",
    "ISO 13485",
    "EN 10204 3.1",
    "EN 388",
    "Halal",
    "FDA 510(k)",
];

/// Units that goods are asked for by, UN/ECE Recommendation 20 and 21.
pub const UNITS: [&str; 9] = ["C62", "PR", "SET", "XBX", "XPK", "XRO", "KGM", "LTR", "MTR"];
