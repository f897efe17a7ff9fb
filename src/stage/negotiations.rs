//! What the companies of the demonstration have asked and offered each other when a visitor comes: requests and quotations
//! in every state, about goods that the demonstration's catalogue has, at prices like its own.

mod orders;

use clerk::day;
use domain::{Bid, BidLine, Currency, Date, Id, Incoterm, RequestLine, RequestTerms, Text};
use market::{Ask, Command, Moment, Order};

use crate::Stage;

const DAY: u64 = 86_400_000;

/// As the catalogue names them: id, both names, unit.
const GOODS: [(&str, &str, &str, &str); 7] = [
    (
        "tuasbolt.hs17-88z-6x16",
        "Hex bolt, full thread, ISO 4017, M6 × 16, 8.8, zinc plated",
        "外六角螺栓 全牙 ISO 4017 M6×16 8.8级 镀锌",
        "C62",
    ),
    (
        "tuasbolt.n32-88z-6",
        "Hex nut, ISO 4032, M6, 8, zinc plated",
        "六角螺母 ISO 4032 M6 8级 镀锌",
        "C62",
    ),
    (
        "tuasbolt.w-z-6",
        "Flat washer, ISO 7089, M6, zinc plated, box of 500",
        "平垫圈 ISO 7089 M6 镀锌 500个/盒",
        "XBX",
    ),
    (
        "merfix.hs17-a2-5x16",
        "Hex bolt, full thread, ISO 4017, M5 × 16, A2-70 stainless",
        "外六角螺栓 全牙 ISO 4017 M5×16 A2-70 不锈钢304",
        "C62",
    ),
    (
        "tuasbolt.tr-48z-6x1000",
        "Threaded rod, DIN 976-1, M6 × 1000, 4.8, zinc plated",
        "全牙螺杆 DIN 976-1 M6×1000 4.8级 镀锌",
        "C62",
    ),
    (
        "kopi-junction.kj-kosl",
        "Kopi-O coffee bags, no sugar added, 20 × 8 g",
        "咖啡乌袋泡 无加糖 8克×20/袋",
        "XBG",
    ),
    (
        "",
        "Moulded-case circuit breaker, 3 poles, 100 A, 36 kA, for a packaging line's main panel",
        "塑壳断路器，三极，100 A，36 kA，用于包装线主配电柜",
        "C62",
    ),
];

const BUYER: &str = "lin.yue@qianhai.example";
const BOLTS: &str = "kumar.rajan@tuasbolt.example";
const STEEL: &str = "serene.ho@merfix.example";
const WHOLESALE: &str = "goh.siew.lan@sinhuphuat.example";

/// Good, price and quantity of a line.
type Item = (usize, &'static str, &'static str);

/// How they do it, one after another.
struct Scene<'a> {
    stage: &'a mut Stage,
    at: Moment,
    deeds: u32,
}

impl Stage {
    /// Has them ask and offer.
    pub(crate) fn negotiate(&mut self, at: Moment) {
        let mut scene = Scene {
            stage: self,
            // There is time enough before it, also for whoever asks only who there is.
            at: at.max(Moment(100 * DAY)),
            deeds: 0,
        };
        scene.compared();
        scene.unanswered();
        scene.awarded();
        scene.closed();
        scene.expired();
        scene.ordered();
    }
}

/// Ids are the same each time.
fn id(kind: u8, number: u8) -> Id {
    let mut chance = [0; 10];
    (chance[8], chance[9]) = (kind, number);
    Id::new(super::seed::MADE, chance)
}

fn request(number: u8) -> Id {
    id(8, number)
}

/// The quotation of a request's supplier of this place.
fn quotation(number: u8, place: u8) -> Id {
    id(9, number * 16 + place)
}

fn line(good: usize) -> Id {
    id(10, u8::try_from(good).expect("there are few goods"))
}

impl Scene<'_> {
    fn ago(&self, days: u64) -> Moment {
        Moment(self.at.0.saturating_sub(days * DAY))
    }

    /// A day so many days after one that is so long ago.
    fn until(&self, ago: u64, days: i32) -> Date {
        let day = day::of(self.ago(ago)).days_since_epoch() + days;
        Date::from_days_since_epoch(day).expect("within the calendar")
    }

    fn order(&mut self, who: &str, ago: u64, command: Command) {
        let account = self.stage.rows.accounts();
        let by = account
            .filter(|account| account.email.as_str() == who)
            .map(|account| account.id)
            .next()
            .expect("one of the seed");
        let place = self.stage.rows.memberships(by).next();
        let (company, ..) = place.expect("everybody who deals has a company");
        self.deeds += 1;
        let order = Order {
            company,
            by,
            is_reviewer: false,
            has_second_factor: true,
            key: format!("seed-deal-{}", self.deeds)
                .parse()
                .expect("letters, digits and hyphens"),
            digest: [0; 32],
            at: self.ago(ago),
            command,
        };
        let done = self.stage.carry_out(&order);
        debug_assert!(done.is_ok(), "{done:?} {order:?}");
    }

    /// The buyer asks for these goods at such a target, to be answered within so many days.
    fn ask(
        &mut self,
        (number, ago, days): (u8, u64, i32),
        items: &[Item],
        codes: &[&str],
        note: &str,
    ) {
        let lines = items.iter().map(|&(good, target, quantity)| {
            let (product, en, zh, unit) = GOODS[good];
            RequestLine {
                id: line(good),
                product: product.to_owned(),
                words: Text::new(en, zh),
                quantity: quantity.parse().expect("a quantity"),
                unit: unit.parse().expect("a unit"),
                target: target.parse().ok(),
                attachments: Vec::new(),
            }
        });
        let terms = RequestTerms {
            lines: lines.collect(),
            currency: Currency::Sgd,
            destination: "CNYTN".parse().ok(),
            incoterm: Some(Incoterm::Cif),
            needed_by: Some(self.until(ago, 60)),
            certificates: vec!["EN 10204 3.1".to_owned()],
            valid_until: self.until(ago, days),
            note: note.to_owned(),
        };
        let asked = (0..).zip(codes).map(|(place, code)| Ask {
            quotation: quotation(number, place),
            code: (*code).to_owned(),
        });
        let command = Command::SendRequest {
            request: request(number),
            terms: Box::new(terms),
            asked: asked.collect(),
        };
        self.order(BUYER, ago, command);
    }

    /// Somebody offers these goods at these prices, for so many days.
    fn offer(
        &mut self,
        (who, ago, days): (&str, u64, i32),
        (id, known): (Id, u64),
        items: &[Item],
        note: &str,
    ) {
        let lines = items.iter().map(|&(good, price, quantity)| BidLine {
            line: line(good),
            price: price.parse().expect("a price"),
            quantity: quantity.parse().expect("a quantity"),
            lead_time_days: 14,
            product: String::new(),
            alternative: String::new(),
            note: String::new(),
        });
        let bid = Bid {
            lines: lines.collect(),
            currency: Currency::Sgd,
            incoterm: Some(Incoterm::Cif),
            place: "Yantian 盐田".to_owned(),
            payment: "30% deposit, balance against copy of B/L".to_owned(),
            valid_until: self.until(ago, days),
            note: note.to_owned(),
        };
        let command = Command::MakeOffer {
            quotation: id,
            bid: Box::new(bid),
            known,
        };
        self.order(who, ago, command);
    }

    fn say(&mut self, who: &str, ago: u64, quotation: Id, words: &str) {
        let command = Command::SendMessage {
            quotation,
            words: words.to_owned(),
            attachments: Vec::new(),
        };
        self.order(who, ago, command);
    }

    /// Three suppliers: quoted, countered, declined.
    fn compared(&mut self) {
        let goods: [Item; 3] = [
            (0, "0.028", "20000"),
            (1, "0.014", "20000"),
            (2, "2.30", "40"),
        ];
        let codes = ["tuasbolt", "sinhuphuat", "merfix"];
        let note =
            "Fasteners for two packaging lines, on one pallet.\n两条包装线用紧固件，同托盘发货。";
        self.ask((1, 6, 30), &goods, &codes, note);
        let offered: [Item; 3] = [
            (0, "0.0283", "20000"),
            (1, "0.0143", "20000"),
            (2, "2.27", "40"),
        ];
        let certificate = "Mill certificate 3.1 with the goods.";
        self.offer((BOLTS, 5, 30), (quotation(1, 0), 1), &offered, certificate);
        let part: [Item; 2] = [(0, "0.0349", "20000"), (1, "0.0151", "20000")];
        let few = "No washers of this size before March.";
        self.offer((WHOLESALE, 4, 21), (quotation(1, 1), 1), &part, few);
        let lower: [Item; 2] = [(0, "0.0290", "20000"), (1, "0.0140", "20000")];
        let target = "这个价格可以当天下单。";
        self.offer((BUYER, 3, 21), (quotation(1, 1), 2), &lower, target);
        let decline = Command::DeclineQuotation {
            quotation: quotation(1, 2),
            reason: "We keep stainless only; zinc plated is not ours.".to_owned(),
            known: 1,
        };
        self.order(STEEL, 5, decline);
        let thread = quotation(1, 0);
        self.say(
            BUYER,
            4,
            thread,
            "镀锌层厚度是多少？我们要求不低于 8 微米。",
        );
        self.say(
            BOLTS,
            3,
            thread,
            "8 µm minimum to ISO 4042, on the certificate of each lot.",
        );
    }

    /// A supplier has not answered yet.
    fn unanswered(&mut self) {
        let note = "Coffee for the canteen, delivered monthly.\n食堂用咖啡，每月交货。";
        self.ask((2, 1, 14), &[(5, "3.80", "720")], &["kopi-junction"], note);
    }

    /// One was accepted, the other lost.
    fn awarded(&mut self) {
        let goods: [Item; 1] = [(4, "0.55", "1000")];
        self.ask((3, 45, 20), &goods, &["tuasbolt", "sinhuphuat"], "");
        let (low, high): ([Item; 1], [Item; 1]) = ([(4, "0.537", "1000")], [(4, "0.585", "1000")]);
        self.offer((BOLTS, 44, 30), (quotation(3, 0), 1), &low, "");
        self.offer((WHOLESALE, 43, 30), (quotation(3, 1), 1), &high, "");
        let accept = Command::AcceptOffer {
            quotation: quotation(3, 0),
            offer: 1,
            rate: None,
            known: 2,
        };
        self.order(BUYER, 41, accept);
    }

    /// An offer was taken back, and the buyer wants nothing any more.
    fn closed(&mut self) {
        let goods: [Item; 1] = [(3, "0.05", "40000")];
        self.ask((4, 30, 20), &goods, &["merfix", "tuasbolt"], "");
        let offered: [Item; 1] = [(3, "0.0492", "40000")];
        self.offer((STEEL, 29, 20), (quotation(4, 0), 1), &offered, "");
        let withdraw = Command::WithdrawQuotation {
            quotation: quotation(4, 0),
            reason: "The nickel surcharge has changed; we quote anew next month.".to_owned(),
            known: 2,
        };
        self.order(STEEL, 27, withdraw);
        let close = Command::CloseRequest {
            request: request(4),
            reason: "改用镀锌件，暂不采购不锈钢。".to_owned(),
            known: 1,
        };
        self.order(BUYER, 25, close);
    }

    /// Nobody answered in time: one did not, and the other has nobody on the hub.
    fn expired(&mut self) {
        let goods: [Item; 1] = [(6, "", "12")];
        let codes = ["sinhuphuat", "gul-switchgear"];
        self.ask((5, 28, 14), &goods, &codes, "");
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::{QuotationState, RequestState};

    use super::*;

    #[test]
    fn there_is_a_request_and_a_quotation_in_every_state() {
        let at = Moment(1_800_000_000_000);
        let stage = Stage::seeded(at);
        let (mut states, mut requests) = (BTreeSet::new(), BTreeSet::new());
        let today = day::of(at);
        for company in stage.companies() {
            for (_, quotation) in stage.rows.quotations(company, None) {
                states.insert(match &quotation.state {
                    QuotationState::Asked if quotation.supplier.is_none() => "nobody",
                    _ if quotation.has_expired(today) => "expired",
                    QuotationState::Asked => "asked",
                    QuotationState::Quoted => "quoted",
                    QuotationState::Countered => "countered",
                    QuotationState::Declined { .. } => "declined",
                    QuotationState::Withdrawn { .. } => "withdrawn",
                    QuotationState::Accepted { .. } => "accepted",
                    QuotationState::Lost => "lost",
                });
            }
            for (_, request) in stage.rows.requests(company, None) {
                requests.insert(match &request.state {
                    RequestState::Sent if request.terms.has_expired(today) => "expired",
                    RequestState::Sent => "sent",
                    RequestState::Closed { .. } => "closed",
                    RequestState::Awarded { .. } => "awarded",
                });
            }
        }
        assert_eq!(states.len(), 9, "{states:?}");
        assert_eq!(requests.len(), 4, "{requests:?}");
    }

    /// As the build does, which asks only who there is.
    #[test]
    fn it_can_begin_at_any_moment() {
        for at in [0, 1, 1_800_000_000_000, 4_000_000_000_000] {
            assert_eq!(Stage::seeded(Moment(at)).companies().count(), 5);
        }
    }

    #[test]
    fn what_is_asked_for_is_of_the_catalogue() {
        let tuasbolt = include_str!("../catalogue/demonstration/tuasbolt.csv");
        let merfix = include_str!("../catalogue/demonstration/merfix.csv");
        let kopi = include_str!("../catalogue/demonstration/kopi-junction.csv");
        let files = [
            ("tuasbolt", tuasbolt),
            ("merfix", merfix),
            ("kopi-junction", kopi),
        ];
        for (product, en, zh, _) in GOODS.into_iter().filter(|good| !good.0.is_empty()) {
            let (code, sku) = product.split_once('.').unwrap();
            let (_, file) = files.iter().find(|(have, _)| *have == code).unwrap();
            let start = format!("{},", sku.to_uppercase());
            let row = file.lines().find(|line| line.starts_with(&start)).unwrap();
            assert!(row.contains(en) && row.contains(zh), "{row}");
        }
    }
}
