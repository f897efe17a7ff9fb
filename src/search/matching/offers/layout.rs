//! The columns of the file, in its order; what each holds is in `OFFERS.md`.

/// First eight bytes; the last of them is the version.
pub const MAGIC: [u8; 8] = *b"HUBOFFR1";
/// Magic and checksum.
pub const HEAD: usize = 16;
/// Bytes of one entry of the directory: offset, count, width.
pub const ENTRY: usize = 12;
/// Days from 0001-01-01 to 1970-01-01: with them added, the days of the calendar are not negative.
pub const EPOCH: i64 = 719_162;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Column {
    // One value for each product row.
    Supplier,
    Moq,
    OrderMultiple,
    Stock,
    LeadTimeDays,
    Origin,
    WeightMilligrams,
    Sample,
    /// Its letters as a little-endian number.
    Unit,
    /// One more value than rows: where the row's price breaks begin in the next two.
    BreakStart,
    BreakFrom,
    BreakPrice,
    /// One more value than rows: where the row's certificates begin in the next two.
    CertificateStart,
    CertificateKind,
    CertificateUntil,
    // One value for each supplier.
    Country,
    Verification,
    OnTimePercent,
    Orders,
    ResponseHours,
    Requests,
    Disputes,
    DisputesOf,
    Founded,
    /// One more value than suppliers: where the supplier's markets begin in the next.
    MarketStart,
    Market,
    /// One more value than suppliers: where the supplier's certificates begin in the next two.
    CompanyCertificateStart,
    CompanyCertificateKind,
    CompanyCertificateUntil,
    // Words that the others point to.
    /// Two bytes each, as a little-endian number.
    CountryCode,
    /// One more value than kinds: where the kind's name begins in the next.
    KindStart,
    /// UTF-8, a byte a value.
    KindName,
}

pub const COLUMNS: usize = Column::KindName as usize + 1;

/// Catches a damaged or cut file, not a forged one: 64 bits, eight bytes at a time, the last padded with zeros, the
/// length mixed in. Multiplication by an odd number and rotation are both reversible, so no single changed word is lost.
pub fn checksum(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = ODD ^ bytes.len() as u64;
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let word = word.try_into().map_or(0, u64::from_le_bytes);
        sum = (sum ^ word).wrapping_mul(ODD).rotate_left(29);
    }
    let rest = words.remainder();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    (sum ^ u64::from_le_bytes(last))
        .wrapping_mul(ODD)
        .rotate_left(29)
}
