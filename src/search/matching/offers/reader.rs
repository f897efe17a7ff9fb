use std::ops::Range;

use thiserror::Error;

use super::layout::{COLUMNS, Column, ENTRY, EPOCH, HEAD, MAGIC, checksum};
use crate::ask::SampleTerms;

/// The file, opened. Every read is checked against its columns: what is not there reads as zero or nothing.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    bytes: Vec<u8>,
    columns: [Values; COLUMNS],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OffersError {
    #[error("shorter than the head of a file of offers")]
    Short,
    #[error("not a file of offers of this version")]
    Magic,
    #[error("the bytes do not have the checksum that they were written with")]
    Checksum,
    #[error("column {0} does not lie inside the file")]
    Column(usize),
}

/// Where the values of a column lie.
#[derive(Clone, Copy, Debug, Default)]
struct Values {
    offset: usize,
    count: usize,
    /// Bytes of a value, 1 to 8.
    width: usize,
}

/// A product row. Copying it copies no data.
#[derive(Clone, Copy, Debug)]
pub struct Product<'a> {
    offers: &'a Offers,
    row: usize,
}

/// A supplier. Copying it copies no data.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    offers: &'a Offers,
    index: usize,
}

impl Offers {
    /// Checks the sum of all bytes and the bounds of the columns; values are read where they lie.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OffersError> {
        let (head, body) = bytes
            .split_first_chunk::<HEAD>()
            .ok_or(OffersError::Short)?;
        let (magic, sum) = head.split_at(MAGIC.len());
        if magic != MAGIC {
            return Err(OffersError::Magic);
        }
        if sum != checksum(body).to_le_bytes() {
            return Err(OffersError::Checksum);
        }
        let mut columns = [Values::default(); COLUMNS];
        for (at, column) in columns.iter_mut().enumerate() {
            let entry = body.get(at * ENTRY..(at + 1) * ENTRY);
            *column = entry
                .and_then(|entry| Values::read(entry, bytes.len()))
                .ok_or(OffersError::Column(at))?;
        }
        Ok(Self { bytes, columns })
    }

    /// How many product rows.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.count(Column::Supplier)
    }

    /// How many suppliers.
    #[must_use]
    pub fn suppliers(&self) -> u16 {
        u16::try_from(self.count(Column::Country)).unwrap_or(u16::MAX)
    }

    #[must_use]
    pub fn product(&self, row: u32) -> Option<Product<'_>> {
        (row < self.rows()).then_some(Product {
            offers: self,
            row: row as usize,
        })
    }

    #[must_use]
    pub fn supplier(&self, index: u16) -> Option<Record<'_>> {
        (index < self.suppliers()).then_some(Record {
            offers: self,
            index: usize::from(index),
        })
    }

    /// The kinds of certificate, by their index.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        let kinds = (self.count(Column::KindStart) as usize).saturating_sub(1);
        (0..kinds).map(|kind| {
            let run = self.run(Column::KindStart, Column::KindName, kind);
            let names = self.columns[Column::KindName as usize];
            let name = (names.width == 1)
                .then(|| {
                    self.bytes
                        .get(names.offset + run.start..names.offset + run.end)
                })
                .flatten();
            name.and_then(|name| str::from_utf8(name).ok())
                .unwrap_or_default()
        })
    }

    fn count(&self, column: Column) -> u32 {
        u32::try_from(self.columns[column as usize].count).unwrap_or(u32::MAX)
    }

    /// A value, zero where there is none.
    fn value(&self, column: Column, at: usize) -> u64 {
        let Values {
            offset,
            count,
            width,
        } = self.columns[column as usize];
        if count <= at {
            return 0;
        }
        let start = offset + at * width;
        // All eight bytes from here at once and the other values' cut off, but at the end of the file.
        if let Some(eight) = self
            .bytes
            .get(start..)
            .and_then(|rest| rest.first_chunk::<8>())
        {
            return u64::from_le_bytes(*eight) & (u64::MAX >> (64 - 8 * width));
        }
        let bytes = self.bytes.get(start..start + width).unwrap_or_default();
        bytes
            .iter()
            .rev()
            .fold(0, |value, byte| value << 8 | u64::from(*byte))
    }

    fn small<T: TryFrom<u64> + Default>(&self, column: Column, at: usize) -> T {
        T::try_from(self.value(column, at)).unwrap_or_default()
    }

    /// Which of `values` belong to `at`; empty where the file contradicts itself.
    fn run(&self, start: Column, values: Column, at: usize) -> Range<usize> {
        let from = usize::try_from(self.value(start, at)).unwrap_or(usize::MAX);
        let to = usize::try_from(self.value(start, at + 1)).unwrap_or(usize::MAX);
        if to < from || self.columns[values as usize].count < to {
            return 0..0;
        }
        from..to
    }

    fn country(&self, column: Column, at: usize) -> [u8; 2] {
        let index = usize::try_from(self.value(column, at)).unwrap_or(usize::MAX);
        let code: u16 = self.small(Column::CountryCode, index);
        code.to_le_bytes()
    }

    fn certificates(
        &self,
        run: Range<usize>,
        kind: Column,
        until: Column,
    ) -> impl Iterator<Item = (u32, i32)> {
        run.map(move |at| {
            let day = i64::try_from(self.value(until, at)).unwrap_or(0) - EPOCH;
            let day = i32::try_from(day).unwrap_or(i32::MIN);
            (self.small(kind, at), day)
        })
    }
}

impl Values {
    /// Nothing unless all values lie inside the file.
    fn read(entry: &[u8], length: usize) -> Option<Self> {
        let number = |at: usize| {
            let bytes = entry.get(at..at + 4)?.try_into().ok()?;
            usize::try_from(u32::from_le_bytes(bytes)).ok()
        };
        let values = Values {
            offset: number(0)?,
            count: number(4)?,
            width: number(8)?,
        };
        let end = values
            .count
            .checked_mul(values.width)
            .and_then(|size| size.checked_add(values.offset))?;
        ((1..=8).contains(&values.width) && end <= length).then_some(values)
    }
}

impl<'a> Product<'a> {
    #[must_use]
    pub fn supplier(&self) -> u16 {
        self.offers.small(Column::Supplier, self.row)
    }

    /// At least 1.
    #[must_use]
    pub fn moq(&self) -> u32 {
        self.offers.small::<u32>(Column::Moq, self.row).max(1)
    }

    /// At least 1.
    #[must_use]
    pub fn order_multiple(&self) -> u32 {
        self.offers
            .small::<u32>(Column::OrderMultiple, self.row)
            .max(1)
    }

    #[must_use]
    pub fn stock(&self) -> u32 {
        self.offers.small(Column::Stock, self.row)
    }

    #[must_use]
    pub fn lead_time_days(&self) -> u16 {
        self.offers.small(Column::LeadTimeDays, self.row)
    }

    /// ISO 3166-1 alpha-2.
    #[must_use]
    pub fn origin(&self) -> [u8; 2] {
        self.offers.country(Column::Origin, self.row)
    }

    /// Of one unit, packed.
    #[must_use]
    pub fn gross_weight_milligrams(&self) -> u64 {
        self.offers.value(Column::WeightMilligrams, self.row)
    }

    #[must_use]
    pub fn sample(&self) -> SampleTerms {
        match self.offers.value(Column::Sample, self.row) {
            1 => SampleTerms::Paid,
            2 => SampleTerms::Free,
            _ => SampleTerms::No,
        }
    }

    /// UN/ECE Rec 20 or 21 code, its letters as a little-endian number: to be compared, not shown.
    #[must_use]
    pub fn unit(&self) -> u32 {
        self.offers.small(Column::Unit, self.row)
    }

    /// Quantity from, and price of one unit in ten-thousandths of an SGD.
    pub fn price_breaks(&self) -> impl Iterator<Item = (u32, i64)> + use<'a> {
        let offers = self.offers;
        let run = offers.run(Column::BreakStart, Column::BreakFrom, self.row);
        run.map(move |at| {
            (
                offers.small(Column::BreakFrom, at),
                offers.small(Column::BreakPrice, at),
            )
        })
    }

    /// Index of the kind, and last valid day as days since 1970-01-01.
    pub fn certificates(&self) -> impl Iterator<Item = (u32, i32)> + use<'a> {
        let run = self
            .offers
            .run(Column::CertificateStart, Column::CertificateKind, self.row);
        self.offers
            .certificates(run, Column::CertificateKind, Column::CertificateUntil)
    }
}

impl<'a> Record<'a> {
    /// ISO 3166-1 alpha-2: where they dispatch from.
    #[must_use]
    pub fn country(&self) -> [u8; 2] {
        self.offers.country(Column::Country, self.index)
    }

    /// 0 to 3.
    #[must_use]
    pub fn verification(&self) -> u8 {
        self.offers
            .small::<u8>(Column::Verification, self.index)
            .min(3)
    }

    /// Per cent of [`Record::orders`].
    #[must_use]
    pub fn on_time_percent(&self) -> u8 {
        self.offers
            .small::<u8>(Column::OnTimePercent, self.index)
            .min(100)
    }

    #[must_use]
    pub fn orders(&self) -> u32 {
        self.offers.small(Column::Orders, self.index)
    }

    /// Median time to answer a request.
    #[must_use]
    pub fn response_hours(&self) -> u16 {
        self.offers.small(Column::ResponseHours, self.index)
    }

    /// How many requests that time stands on.
    #[must_use]
    pub fn requests(&self) -> u32 {
        self.offers.small(Column::Requests, self.index)
    }

    #[must_use]
    pub fn disputes(&self) -> u32 {
        self.offers.small(Column::Disputes, self.index)
    }

    /// How many orders were counted for disputes.
    #[must_use]
    pub fn disputes_of(&self) -> u32 {
        self.offers.small(Column::DisputesOf, self.index)
    }

    /// Year.
    #[must_use]
    pub fn founded(&self) -> u16 {
        self.offers.small(Column::Founded, self.index)
    }

    /// ISO 3166-1 alpha-2.
    pub fn export_markets(&self) -> impl Iterator<Item = [u8; 2]> + use<'a> {
        let offers = self.offers;
        let run = offers.run(Column::MarketStart, Column::Market, self.index);
        run.map(move |at| offers.country(Column::Market, at))
    }

    /// Index of the kind, and last valid day as days since 1970-01-01.
    pub fn certificates(&self) -> impl Iterator<Item = (u32, i32)> + use<'a> {
        let start = Column::CompanyCertificateStart;
        let kinds = Column::CompanyCertificateKind;
        let run = self.offers.run(start, kinds, self.index);
        self.offers
            .certificates(run, kinds, Column::CompanyCertificateUntil)
    }
}
