//! What a supplier's quotation begins with: what their catalogue says of the goods at the quantity asked for.

use api_types::catalogue::Detail;
use domain::{Currency, Date, Id, Price, Quantity, Rate};

use super::bid::{Bid, BidLine};

/// A line of the request, and the product of the supplier's that answers it, if one does.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted<'a> {
    pub line: Id,
    /// Plain digits, perhaps with a point.
    pub quantity: &'a str,
    pub product: Option<&'a Detail>,
}

/// What the request says of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditions<'a> {
    pub currency: &'a str,
    pub incoterm: &'a str,
    pub place: &'a str,
    pub payment: &'a str,
}

/// Lines with a product are offered at its price break; the quantity is raised to the minimum and the order multiple. Lines
/// without are left out until somebody writes a price. `valid_until`: the day that is proposed.
#[must_use]
pub fn prefill(
    wanted: &[Wanted],
    conditions: &Conditions,
    rate: Option<&Rate>,
    valid_until: Option<Date>,
) -> Bid {
    let currency: Option<Currency> = conditions.currency.parse().ok();
    let lines = wanted.iter().map(|one| {
        let detail = one.product;
        let asked: Option<Quantity> = one.quantity.parse().ok();
        // Price breaks are about whole units.
        let whole = asked.map_or(0, |number| (number.ten_thousandths() + 9_999) / 10_000);
        let whole = u32::try_from(whole).unwrap_or(u32::MAX);
        let quantity = detail.map(|detail| raised(whole, detail.moq, detail.order_multiple));
        let price = detail.zip(quantity).and_then(|(detail, quantity)| {
            let breaks = detail.price_breaks.iter().rev();
            let (_, price) = breaks.into_iter().find(|(from, _)| *from <= quantity)?;
            let price = Price::from_ten_thousandths(*price);
            let from: Currency = detail.currency.parse().ok()?;
            let to = currency?;
            match rate {
                _ if from == to => Some(price),
                Some(rate) => Some(rate.convert_price(price, from, to)),
                None => None,
            }
        });
        BidLine {
            line: one.line,
            is_offered: price.is_some(),
            price: price.map_or_else(String::new, |price| price.to_string()),
            quantity: match quantity {
                Some(quantity) if price.is_some() && whole < quantity => quantity.to_string(),
                _ => one.quantity.to_owned(),
            },
            days: detail.map_or_else(String::new, |one| one.lead_time_days.to_string()),
            alternative: String::new(),
            note: String::new(),
        }
    });
    Bid {
        lines: lines.collect(),
        currency: conditions.currency.to_owned(),
        incoterm: conditions.incoterm.to_owned(),
        place: conditions.place.to_owned(),
        payment: conditions.payment.to_owned(),
        valid_until: valid_until.map_or_else(String::new, |day| day.to_string()),
        note: String::new(),
    }
}

/// What would be delivered: at least the minimum, in whole multiples.
fn raised(quantity: u32, moq: u32, multiple: u32) -> u32 {
    let multiple = multiple.max(1);
    quantity
        .max(moq)
        .checked_next_multiple_of(multiple)
        .unwrap_or(quantity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product() -> Detail {
        let json = r#"{"id":"tuasbolt.M8","sku":"M8","gtin":null,"name":{"en":"","zh":""},"description":{"en":"","zh":""},
            "category":"","supplier":"tuasbolt","unit":"C62","currency":"SGD","price_breaks":[[100,4200],[1000,3600]],"moq":100,
            "order_multiple":50,"stock":0,"lead_time_days":14,"origin":"SG","hs_code":"","gross_weight_g":1.0,
            "carton":{"quantity":1,"size_mm":[1,1,1],"weight_g":1},"sample":"n","certificates":[],"attributes":[],"similar":[],
            "photos":[],"listed_on":""}"#;
        serde_json::from_str(json).unwrap()
    }

    fn line(quantity: &str, currency: &str) -> BidLine {
        let (product, line) = (product(), Id::new(1, [7; 10]));
        let wanted = Wanted {
            line,
            quantity,
            product: Some(&product),
        };
        let conditions = Conditions {
            currency,
            ..Conditions::default()
        };
        let rate = Rate::new("2026-11-20".parse().unwrap(), 5_310_000, 1_350_000).unwrap();
        prefill(&[wanted], &conditions, Some(&rate), None).lines[0].clone()
    }

    #[test]
    fn a_line_begins_at_its_price_break() {
        let check = |quantity: &str, expected: (&str, &str)| {
            let line = line(quantity, "SGD");
            assert_eq!((line.price.as_str(), line.quantity.as_str()), expected);
            assert!(line.is_offered && line.days == "14");
        };
        check("5000", ("0.36", "5000"));
        check("999", ("0.36", "1000"));
        check("10", ("0.42", "100"));
        check("120", ("0.42", "150"));
        check("150.5", ("0.42", "200"));
    }

    #[test]
    fn a_price_is_converted_into_the_currency_asked_for() {
        assert_eq!(line("5000", "CNY").price, "1.9116");
        assert_eq!(line("5000", "EUR").price, "");
    }

    #[test]
    fn a_line_without_a_product_is_left_to_the_supplier() {
        let wanted = Wanted {
            line: Id::new(1, [7; 10]),
            quantity: "5000",
            product: None,
        };
        let bid = prefill(&[wanted], &Conditions::default(), None, None);
        assert!(!bid.lines[0].is_offered && bid.lines[0].price.is_empty());
        assert_eq!(bid.lines[0].quantity, "5000");
    }
}
