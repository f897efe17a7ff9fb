//! What a price includes, by its Incoterm.

/// What the seller bears besides the goods. ICC Incoterms 2020, articles A9 and A5, as far as a price is compared by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Borne {
    pub export: bool,
    pub carriage: bool,
    pub insurance: bool,
    pub import_duty: bool,
}

/// None for what is no Incoterm.
#[must_use]
pub fn borne(incoterm: &str) -> Option<Borne> {
    let (export, carriage, insurance, import_duty) = match incoterm {
        "EXW" => (false, false, false, false),
        "FCA" | "FAS" | "FOB" => (true, false, false, false),
        "CFR" | "CPT" | "DAP" | "DPU" => (true, true, false, false),
        "CIF" | "CIP" => (true, true, true, false),
        "DDP" => (true, true, false, true),
        _ => return None,
    };
    Some(Borne {
        export,
        carriage,
        insurance,
        import_duty,
    })
}
