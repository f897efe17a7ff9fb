use proptest::prelude::*;

use super::*;

fn id(number: u64) -> Id {
    Id::new(number, [7; 10])
}

fn rate() -> Rate {
    Rate::new("2026-11-20".parse().unwrap(), 5_310_000, 1_350_000).unwrap()
}

fn line(price: i64, quantity: u32, days: Option<u16>) -> OfferLine {
    let price = Price::from_ten_thousandths(price);
    OfferLine {
        price,
        amount: price * quantity,
        lead_time_days: days,
        is_alternative: false,
        is_whole: true,
    }
}

fn offer(number: u64, currency: Currency, lines: &[(u64, OfferLine)]) -> Offer {
    let lines = lines.iter().map(|(at, line)| (id(*at), line.clone()));
    Offer {
        quotation: id(100 + number),
        currency,
        lines: lines.collect(),
        incoterm: "FOB".to_owned(),
        valid_until: None,
    }
}

#[test]
fn prices_of_several_currencies_stand_in_one() {
    use Currency::{Cny, Sgd};
    let offers = [
        offer(
            1,
            Sgd,
            &[
                (1, line(4_000, 1000, Some(14))),
                (2, line(10_000, 10, Some(7))),
            ],
        ),
        offer(
            2,
            Cny,
            &[
                (1, line(21_000, 1000, Some(10))),
                (2, line(60_000, 10, Some(7))),
            ],
        ),
    ];
    let table = compare(&[id(1), id(2)], &offers, Cny, Some(&rate()));
    assert_eq!(table.rate_of, Some("2026-11-20".parse().unwrap()));
    let cell = |row: usize, at: usize| table.rows[row].cells[at].unwrap();
    // 0.40 SGD at 5.31 is 2.124 CNY: dearer than 2.10.
    assert_eq!(cell(0, 0).price, Price::from_ten_thousandths(21_240));
    assert!(!cell(0, 0).is_cheapest && cell(0, 1).is_cheapest && cell(0, 1).is_fastest);
    assert!(cell(1, 0).is_cheapest && cell(1, 0).is_fastest && cell(1, 1).is_fastest);
    let [first, second] = [table.totals[0], table.totals[1]];
    assert_eq!(first.own, Amount::from_minor_units(41_000));
    assert_eq!(first.common, Amount::from_minor_units(217_710));
    assert_eq!(second.common, Amount::from_minor_units(216_000));
    assert!(second.is_cheapest && !first.is_cheapest);
    assert_eq!((first.days, second.days), (Some(14), Some(10)));
}

#[test]
fn a_part_an_alternative_and_one_alone_are_never_the_best() {
    use Currency::Sgd;
    let part = OfferLine {
        is_whole: false,
        ..line(1, 10, Some(1))
    };
    let other = OfferLine {
        is_alternative: true,
        ..line(2, 10, Some(1))
    };
    let offers = [
        offer(1, Sgd, &[(1, part)]),
        offer(2, Sgd, &[(1, other), (2, line(5, 1, None))]),
        offer(3, Sgd, &[(1, line(900, 10, Some(9)))]),
    ];
    let table = compare(&[id(1), id(2)], &offers, Sgd, None);
    let best = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
    assert!(
        best.into_iter()
            .all(|cell| !cell.is_cheapest && !cell.is_fastest)
    );
    assert!(
        table
            .totals
            .iter()
            .all(|total| !total.is_complete && !total.is_cheapest)
    );
    assert_eq!(
        table.totals.iter().map(|one| one.lines).collect::<Vec<_>>(),
        [1, 2, 1]
    );
    assert_eq!(table.rate_of, None);
}

#[test]
fn without_a_rate_another_currency_is_not_compared() {
    let offers = [
        offer(1, Currency::Usd, &[(1, line(1, 10, None))]),
        offer(2, Currency::Sgd, &[(1, line(9, 10, None))]),
    ];
    let table = compare(&[id(1)], &offers, Currency::Sgd, None);
    assert_eq!(table.rows[0].cells[0], None);
    assert!(!table.totals[0].is_complete && table.totals[1].is_complete);
}

#[test]
fn a_file_for_spreadsheets_has_no_formula_of_a_stranger() {
    let offers = [offer(1, Currency::Sgd, &[(1, line(4_200, 100, Some(3)))])];
    let table = compare(&[id(1)], &offers, Currency::Sgd, None);
    let word = str::to_owned;
    let heads = Heads {
        line: word("Line"),
        quantity: word("Quantity"),
        price: word("price"),
        amount: word("amount"),
        days: word("days"),
        total: word("Total"),
        terms: word("Terms"),
        valid_until: word("Valid until"),
    };
    let lines = [(word("=HYPERLINK(\"x\")"), word("100, all"))];
    let text = csv(&heads, &[word("Tuas, Bolt")], &lines, &offers, &table);
    let expected = "\u{feff}Line,Quantity,\"Tuas, Bolt price SGD\",\"Tuas, Bolt amount SGD\",\"Tuas, Bolt days\"\r\n\
        \"'=HYPERLINK(\"\"x\"\")\",\"100, all\",0.42,42.00,3\r\n\
        Total,,,42.00,3\r\nTerms,,FOB,,\r\nValid until,,,,\r\n";
    assert_eq!(text, expected);
}

#[test]
fn what_a_price_includes_follows_from_its_incoterm() {
    use super::super::request::terms::INCOTERMS;
    for term in INCOTERMS {
        assert!(borne(term).is_some(), "{term}");
    }
    assert!(borne("CIF").unwrap().insurance && !borne("CFR").unwrap().insurance);
    assert!(borne("DDP").unwrap().import_duty && !borne("DAP").unwrap().import_duty);
    assert_eq!(borne("FOT"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn totals_are_the_sums_of_their_lines(prices in proptest::collection::vec((1..1_000_000_i64, 1..100_000_u32), 1..50)) {
        let lines: Vec<(u64, OfferLine)> = (1..).zip(&prices).map(|(at, &(price, quantity))| (at, line(price, quantity, Some(1)))).collect();
        let ids: Vec<Id> = lines.iter().map(|(at, _)| id(*at)).collect();
        let offers = [offer(1, Currency::Usd, &lines), offer(2, Currency::Sgd, &lines)];
        let table = compare(&ids, &offers, Currency::Sgd, Some(&rate()));
        let sum: i64 = prices.iter().map(|&(price, quantity)| (Price::from_ten_thousandths(price) * quantity).minor_units()).sum();
        for total in &table.totals {
            prop_assert_eq!(total.own.minor_units(), sum);
            prop_assert!(total.is_complete);
        }
        // A dollar of the United States is dearer.
        prop_assert!(table.totals[1].is_cheapest);
    }
}
