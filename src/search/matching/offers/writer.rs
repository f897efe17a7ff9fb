use super::layout::{COLUMNS, Column, ENTRY, EPOCH, HEAD, MAGIC, checksum};
use crate::ask::SampleTerms;

/// What a supplier asks and gives for one product.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Index into the suppliers.
    pub supplier: u16,
    /// Quantity from, ascending; price of one unit in ten-thousandths of an SGD, above zero and never rising. Prices in
    /// other currencies are converted by who writes, at the rate that is published beside them.
    pub price_breaks: &'a [(u32, i64)],
    /// UN/ECE Rec 20 or 21 code of what is counted, priced and weighed, at most 4 letters: prices are compared only
    /// between products of one unit.
    pub unit: &'a str,
    pub moq: u32,
    pub order_multiple: u32,
    pub stock: u32,
    /// From order to dispatch.
    pub lead_time_days: u16,
    /// ISO 3166-1 alpha-2: where it was made.
    pub origin: &'a str,
    /// Of one unit, packed.
    pub gross_weight_milligrams: u64,
    /// Kind, and last valid day as days since 1970-01-01.
    pub certificates: &'a [(&'a str, i32)],
    pub sample: SampleTerms,
}

/// What is known of a supplier.
#[derive(Clone, Copy, Debug)]
pub struct SupplierRecord<'a> {
    /// ISO 3166-1 alpha-2: where they dispatch from.
    pub country: &'a str,
    /// 0 to 3.
    pub verification: u8,
    /// Orders delivered on time, per cent of `orders`.
    pub on_time_percent: u8,
    pub orders: u32,
    /// Median time to answer a request.
    pub response_hours: u16,
    /// How many requests the time stands on; 0 where unknown. Where only orders are counted, their number will do: an
    /// order was a request before.
    pub requests: u32,
    pub disputes: u32,
    /// How many orders were counted for disputes; 0 where unknown.
    pub disputes_of: u32,
    /// Year.
    pub founded: u16,
    /// ISO 3166-1 alpha-2.
    pub export_markets: &'a [&'a str],
    /// Of the company: kind, and last valid day as days since 1970-01-01.
    pub certificates: &'a [(&'a str, i32)],
}

/// Writes the file: suppliers in the order of the published suppliers, offers in the order of the published list.
#[derive(Clone, Debug)]
pub struct Writer {
    columns: [Vec<u64>; COLUMNS],
    kinds: Vec<String>,
    countries: Vec<[u8; 2]>,
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    #[must_use]
    pub fn new() -> Self {
        let mut writer = Writer {
            columns: [const { Vec::new() }; COLUMNS],
            kinds: Vec::new(),
            countries: Vec::new(),
        };
        for start in [
            Column::BreakStart,
            Column::CertificateStart,
            Column::MarketStart,
            Column::CompanyCertificateStart,
            Column::KindStart,
        ] {
            writer.push(start, 0);
        }
        writer
    }

    /// The next supplier; the first has index 0.
    pub fn supplier(&mut self, record: &SupplierRecord) {
        let country = self.country(record.country);
        self.push(Column::Country, country);
        self.push(Column::Verification, record.verification.into());
        self.push(Column::OnTimePercent, record.on_time_percent.into());
        self.push(Column::Orders, record.orders.into());
        self.push(Column::ResponseHours, record.response_hours.into());
        self.push(Column::Requests, record.requests.into());
        self.push(Column::Disputes, record.disputes.into());
        self.push(Column::DisputesOf, record.disputes_of.into());
        self.push(Column::Founded, record.founded.into());
        for market in record.export_markets {
            let market = self.country(market);
            self.push(Column::Market, market);
        }
        self.close(Column::MarketStart, Column::Market);
        self.certificates(
            record.certificates,
            Column::CompanyCertificateKind,
            Column::CompanyCertificateUntil,
        );
        self.close(
            Column::CompanyCertificateStart,
            Column::CompanyCertificateKind,
        );
    }

    /// The next product; the first has row 0.
    pub fn offer(&mut self, offer: &Offer) {
        let origin = self.country(offer.origin);
        self.push(Column::Supplier, offer.supplier.into());
        self.push(Column::Moq, offer.moq.into());
        self.push(Column::OrderMultiple, offer.order_multiple.into());
        self.push(Column::Stock, offer.stock.into());
        self.push(Column::LeadTimeDays, offer.lead_time_days.into());
        self.push(Column::Origin, origin);
        self.push(Column::WeightMilligrams, offer.gross_weight_milligrams);
        self.push(Column::Sample, sample_number(offer.sample));
        self.push(Column::Unit, letters(offer.unit));
        for (from, price) in offer.price_breaks {
            self.push(Column::BreakFrom, (*from).into());
            self.push(Column::BreakPrice, u64::try_from(*price).unwrap_or(0));
        }
        self.close(Column::BreakStart, Column::BreakFrom);
        self.certificates(
            offer.certificates,
            Column::CertificateKind,
            Column::CertificateUntil,
        );
        self.close(Column::CertificateStart, Column::CertificateKind);
    }

    /// The bytes of the file. The same calls in the same order give the same bytes.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        for code in std::mem::take(&mut self.countries) {
            self.push(Column::CountryCode, u16::from_le_bytes(code).into());
        }
        for kind in std::mem::take(&mut self.kinds) {
            for byte in kind.bytes() {
                self.push(Column::KindName, byte.into());
            }
            self.close(Column::KindStart, Column::KindName);
        }
        let mut directory = Vec::with_capacity(COLUMNS * ENTRY);
        let mut data = Vec::new();
        for column in &self.columns {
            let width = width(column);
            let offset = HEAD + COLUMNS * ENTRY + data.len();
            for number in [offset, column.len(), width] {
                let number = u32::try_from(number).expect("a file of offers is far below 4 GB");
                directory.extend_from_slice(&number.to_le_bytes());
            }
            for value in column {
                data.extend_from_slice(&value.to_le_bytes()[..width]);
            }
        }
        let mut body = directory;
        body.extend_from_slice(&data);
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&checksum(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    fn certificates(&mut self, certificates: &[(&str, i32)], kinds: Column, until: Column) {
        for (kind, last_day) in certificates {
            let kind = self.kind(kind);
            self.push(kinds, kind);
            let day = (i64::from(*last_day) + EPOCH).max(0);
            self.push(until, day.unsigned_abs());
        }
    }

    /// Kinds and countries are dozens: a walk beats a map.
    fn kind(&mut self, kind: &str) -> u64 {
        let at = self.kinds.iter().position(|have| have == kind);
        at.unwrap_or_else(|| {
            self.kinds.push(kind.to_owned());
            self.kinds.len() - 1
        }) as u64
    }

    fn country(&mut self, code: &str) -> u64 {
        let code = code.as_bytes().try_into().unwrap_or(*b"ZZ");
        let at = self.countries.iter().position(|have| *have == code);
        at.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        }) as u64
    }

    fn push(&mut self, column: Column, value: u64) {
        self.columns[column as usize].push(value);
    }

    /// Ends the present run of `values`.
    fn close(&mut self, start: Column, values: Column) {
        let end = self.columns[values as usize].len() as u64;
        self.push(start, end);
    }
}

fn letters(code: &str) -> u64 {
    let letters = code.bytes().take(4).rev();
    letters.fold(0, |number, letter| number << 8 | u64::from(letter))
}

fn sample_number(terms: SampleTerms) -> u64 {
    match terms {
        SampleTerms::No => 0,
        SampleTerms::Paid => 1,
        SampleTerms::Free => 2,
    }
}

/// The fewest bytes that hold every value. One at least, so that no count is larger than the file.
fn width(column: &[u64]) -> usize {
    let most = column.iter().copied().max().unwrap_or(0);
    (u64::BITS - most.leading_zeros()).div_ceil(8).max(1) as usize
}
