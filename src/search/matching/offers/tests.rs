use proptest::prelude::*;

use super::*;
use crate::ask::SampleTerms;

fn sample_file() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.supplier(&SupplierRecord {
        country: "SG",
        verification: 3,
        on_time_percent: 96,
        orders: 310,
        response_hours: 4,
        requests: 900,
        disputes: 2,
        disputes_of: 310,
        founded: 1998,
        export_markets: &["MY", "ID"],
        certificates: &[("ISO 9001", 21_000)],
    });
    let offer = Offer {
        supplier: 0,
        price_breaks: &[(100, 4_200), (500, 3_600)],
        unit: "XBX",
        moq: 100,
        order_multiple: 50,
        stock: 70_000,
        lead_time_days: 3,
        origin: "TW",
        gross_weight_milligrams: 12_500,
        certificates: &[("RoHS", 20_500), ("CE", -5)],
        sample: SampleTerms::Paid,
    };
    writer.offer(&offer);
    writer.offer(&Offer {
        price_breaks: &[(1, 5_000_000_000)],
        certificates: &[],
        sample: SampleTerms::Free,
        ..offer
    });
    writer.finish()
}

/// Everything there is to read, so that damage has every chance to do harm.
fn read_all(offers: &Offers) -> usize {
    let mut read = offers.kinds().map(str::len).sum::<usize>();
    for row in 0..offers.rows().min(50) {
        let Some(product) = offers.product(row) else {
            continue;
        };
        read += product.price_breaks().take(50).count();
        read += product.certificates().take(50).count();
        read += usize::from(product.supplier()) + product.origin().len();
        read += (product.moq() ^ product.order_multiple() ^ product.stock()) as usize & 1;
    }
    for index in 0..offers.suppliers().min(50) {
        let Some(record) = offers.supplier(index) else {
            continue;
        };
        read += record.export_markets().take(50).count();
        read += record.certificates().take(50).count();
        read += usize::from(record.verification());
    }
    read
}

#[test]
fn what_was_written_is_read() {
    let offers = Offers::open(sample_file()).unwrap();
    assert_eq!((offers.rows(), offers.suppliers()), (2, 1));
    let kinds: Vec<&str> = offers.kinds().collect();
    assert_eq!(kinds, ["ISO 9001", "RoHS", "CE"]);

    let product = offers.product(0).unwrap();
    assert_eq!(product.supplier(), 0);
    assert_eq!((product.moq(), product.order_multiple()), (100, 50));
    assert_eq!((product.stock(), product.lead_time_days()), (70_000, 3));
    assert_eq!(product.origin(), *b"TW");
    assert_eq!(product.unit().to_le_bytes(), *b"XBX\0");
    assert_eq!(product.gross_weight_milligrams(), 12_500);
    assert_eq!(product.sample(), SampleTerms::Paid);
    let breaks: Vec<_> = product.price_breaks().collect();
    assert_eq!(breaks, [(100, 4_200), (500, 3_600)]);
    let certificates: Vec<_> = product.certificates().collect();
    assert_eq!(certificates, [(1, 20_500), (2, -5)]);

    let other = offers.product(1).unwrap();
    assert_eq!(other.price_breaks().next(), Some((1, 5_000_000_000)));
    assert_eq!(other.certificates().count(), 0);
    assert!(offers.product(2).is_none());

    let record = offers.supplier(0).unwrap();
    assert_eq!(record.country(), *b"SG");
    assert_eq!((record.verification(), record.founded()), (3, 1998));
    assert_eq!((record.on_time_percent(), record.orders()), (96, 310));
    assert_eq!((record.response_hours(), record.requests()), (4, 900));
    assert_eq!((record.disputes(), record.disputes_of()), (2, 310));
    let markets: Vec<_> = record.export_markets().collect();
    assert_eq!(markets, [*b"MY", *b"ID"]);
    let certificates: Vec<_> = record.certificates().collect();
    assert_eq!(certificates, [(0, 21_000)]);
    assert!(offers.supplier(1).is_none());
}

#[test]
fn an_empty_file_has_nothing() {
    let offers = Offers::open(Writer::new().finish()).unwrap();
    assert_eq!((offers.rows(), offers.suppliers()), (0, 0));
    assert_eq!(read_all(&offers), 0);
}

#[test]
fn what_is_no_file_of_offers_is_refused_with_the_reason() {
    let check = |bytes: &[u8], expected: OffersError| {
        assert_eq!(Offers::open(bytes.to_vec()).unwrap_err(), expected);
    };
    let good = sample_file();
    check(&[], OffersError::Short);
    check(&good[..15], OffersError::Short);
    check(&[0; 100], OffersError::Magic);
    check(&good[..good.len() - 1], OffersError::Checksum);
    let mut longer = good.clone();
    longer.push(0);
    check(&longer, OffersError::Checksum);
    check(&sealed(Vec::new()), OffersError::Column(0));
    for width in [0, 9] {
        let mut wide = good[layout::HEAD..].to_vec();
        wide[8] = width;
        check(&sealed(wide), OffersError::Column(0));
    }
}

/// A body with a checksum that is right, whatever the body.
fn sealed(body: Vec<u8>) -> Vec<u8> {
    let mut bytes = layout::MAGIC.to_vec();
    bytes.extend_from_slice(&layout::checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_read(bytes: Vec<u8>) {
        if let Ok(offers) = Offers::open(sealed(bytes.clone())) {
            read_all(&offers);
        }
        prop_assert!(Offers::open(bytes).is_err());
    }

    #[test]
    fn one_changed_byte_is_noticed(at: prop::sample::Index, change in 1u8..) {
        let mut bytes = sample_file();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        prop_assert!(Offers::open(bytes).is_err());
    }

    /// Even if the checksum is made to fit, damage only ever makes values wrong.
    #[test]
    fn damage_that_fits_the_checksum_does_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in 0usize..40,
    ) {
        let mut body = sample_file()[layout::HEAD..].to_vec();
        for (at, value) in changes {
            let at = at.index(body.len());
            body[at] = value;
        }
        body.truncate(body.len() - cut);
        if let Ok(offers) = Offers::open(sealed(body)) {
            read_all(&offers);
        }
    }
}
