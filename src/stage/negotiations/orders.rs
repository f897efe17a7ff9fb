//! What they have ordered: orders in every state, one whose account for payment has changed, and an offer that waits for
//! approval.

use domain::{
    Amount, ClaimAnswer, ClaimForm, ClaimReason, Date, Dispatch, Id, Payee, Remedy, Review,
    ShippedLine, Stars, Step,
};
use market::{Command, Limits};

use super::{BOLTS, BUYER, Item, STEEL, Scene, WHOLESALE, line, quotation};

const APPROVER: &str = "chen.hao@qianhai.example";
const CONFIRMER: &str = "tan.wei.ling@tuasbolt.example";

/// Who, how many days ago, and what.
type Taken = (&'static str, u64, Step);

impl Scene<'_> {
    /// After all that they have offered each other.
    pub(super) fn ordered(&mut self) {
        self.laid_down();
        let rods = quotation(3, 0);
        self.completed(rods);
        let placed = self.agreed(6, 4, (0, "0.0281", "30000"), BOLTS);
        debug_assert!(placed == quotation(6, 0));
        let making = self.agreed(7, 13, (1, "0.0142", "50000"), BOLTS);
        self.walk(
            making,
            vec![(BOLTS, 10, Step::Confirm), (BOLTS, 9, Step::Produce)],
        );
        self.underway();
        self.claimed();
        let arrived = self.agreed(10, 24, (3, "0.0495", "20000"), STEEL);
        let sent = self.sent(3, "20000", 14, "SF Express", "SF1380042217");
        let steps = vec![
            (STEEL, 21, Step::Confirm),
            (STEEL, 14, sent),
            (BUYER, 3, receive(1)),
        ];
        self.walk(arrived, steps);
        let cancelled = self.agreed(11, 33, (2, "2.31", "60"), BOLTS);
        let reason = "图纸改版，垫圈规格有变。".to_owned();
        self.walk(cancelled, vec![(BUYER, 30, Step::Cancel { reason })]);
        let parting = self.agreed(12, 18, (4, "0.541", "800"), WHOLESALE);
        let reason = "The mill has put the rod off by six weeks.".to_owned();
        let steps = vec![
            (WHOLESALE, 15, Step::Confirm),
            (WHOLESALE, 2, Step::Cancel { reason }),
        ];
        self.walk(parting, steps);
        // Above what a trader may order alone: it waits.
        self.agreed(13, 3, (4, "0.529", "12000"), BOLTS);
    }

    /// What a trader of the buyer's may order alone, and where the bolts' seller is paid to: two accounts, one after the
    /// other.
    fn laid_down(&mut self) {
        let sum = |text: &str| text.parse::<Amount>().ok();
        let limits = Limits {
            sgd: sum("5000"),
            cny: sum("25000"),
            usd: sum("4000"),
        };
        self.order(APPROVER, 60, Command::SetLimits { limits, known: 1 });
        for (ago, known, account) in [(59, 1, "0729018342"), (22, 3, "5016620741")] {
            let payee = Payee {
                holder: "Tuas Bolt & Nut Centre Pte Ltd (demonstration)".to_owned(),
                bank: "DBS Bank".to_owned(),
                bic: "DBSSSGSG".parse().expect("a BIC"),
                account: account.parse().expect("an account"),
            };
            self.order(BOLTS, ago, Command::ProposePayee { payee, known });
            let known = known + 1;
            self.order(CONFIRMER, ago - 1, Command::ConfirmPayee { known });
        }
    }

    /// The buyer asks one supplier, who offers, and accepts: the order's id. So many days ago it was asked; the offer came
    /// a day later, and was accepted on the next.
    fn agreed(&mut self, number: u8, ago: u64, item: Item, who: &str) -> Id {
        let code = match who {
            BOLTS => "tuasbolt",
            STEEL => "merfix",
            _ => "sinhuphuat",
        };
        self.ask((number, ago, 20), &[item], &[code], "");
        let id = quotation(number, 0);
        self.offer((who, ago - 1, 30), (id, 1), &[item], "");
        let accept = Command::AcceptOffer {
            quotation: id,
            offer: 1,
            rate: None,
            known: 2,
        };
        self.order(BUYER, ago - 2, accept);
        id
    }

    fn walk(&mut self, order: Id, steps: Vec<Taken>) {
        for (known, (who, ago, step)) in (1..).zip(steps) {
            let step = Box::new(step);
            self.order(who, ago, Command::TakeStep { order, step, known });
        }
    }

    fn sent(&self, good: usize, quantity: &str, ago: u64, carrier: &str, tracking: &str) -> Step {
        let on: Date = self.until(ago, 0);
        Step::Ship(Dispatch {
            lines: vec![ShippedLine {
                line: line(good),
                quantity: quantity.parse().expect("a quantity"),
            }],
            carrier: carrier.to_owned(),
            tracking: tracking.to_owned(),
            on,
            note: String::new(),
        })
    }

    /// In two shipments, and reviewed.
    fn completed(&mut self, order: Id) {
        let stars = |count: u8| Stars::try_from(count).expect("one to five");
        let review = Review {
            goods: stars(5),
            delivery: stars(4),
            service: stars(5),
            words: "镀层均匀，箱唛清晰，第二批比约定早到两天。".to_owned(),
        };
        let first = self.sent(4, "600", 33, "PIL", "PILU7714209");
        let second = self.sent(4, "400", 29, "PIL", "PILU7714388");
        let steps = vec![
            (BOLTS, 40, Step::Confirm),
            (BOLTS, 38, Step::Produce),
            (BOLTS, 33, first),
            (BOLTS, 29, second),
            (BUYER, 24, receive(1)),
            (BUYER, 20, receive(2)),
            (BUYER, 18, Step::Complete),
            (BUYER, 17, Step::Review(review)),
        ];
        self.walk(order, steps);
    }

    /// A part is at sea, the rest is to come.
    fn underway(&mut self) {
        let order = self.agreed(8, 19, (4, "0.551", "1500"), WHOLESALE);
        let first = self.sent(4, "900", 5, "COSCO", "COSU6412345670");
        let steps = vec![
            (WHOLESALE, 16, Step::Confirm),
            (WHOLESALE, 14, Step::Produce),
            (WHOLESALE, 5, first),
        ];
        self.walk(order, steps);
    }

    /// The seller's account has changed since it was ordered, and some of the goods came damaged.
    fn claimed(&mut self) {
        let order = self.agreed(9, 39, (0, "0.0285", "40000"), BOLTS);
        let sent = self.sent(0, "40000", 26, "Evergreen", "EGLV149602281147");
        let claim = ClaimForm {
            reason: ClaimReason::Damaged,
            lines: vec![ShippedLine {
                line: line(0),
                quantity: "1200".parse().expect("a quantity"),
            }],
            wanted: Remedy::Replace,
            amount: None,
            words: "两箱受潮，约 1,200 支出现白锈。".to_owned(),
        };
        let answer = ClaimAnswer {
            remedy: Some(Remedy::Replace),
            amount: None,
            words: "We ship 1,200 pieces with your next order, freight paid.".to_owned(),
        };
        let steps = vec![
            (BOLTS, 36, Step::Confirm),
            (BOLTS, 34, Step::Produce),
            (BOLTS, 26, sent),
            (BOLTS, 16, Step::RenewPayee),
            (BUYER, 12, receive(1)),
            (BUYER, 11, Step::Claim(claim)),
            (BOLTS, 9, Step::AnswerClaim { claim: 1, answer }),
        ];
        self.walk(order, steps);
    }
}

fn receive(shipment: u32) -> Step {
    let note = String::new();
    Step::Receive { shipment, note }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::OrderState;
    use market::{ApprovalState, Moment};

    use crate::Stage;

    #[test]
    fn there_is_an_order_in_every_state() {
        let stage = Stage::seeded(Moment(1_800_000_000_000));
        let mut states = BTreeSet::new();
        let (mut renewed, mut claims, mut waiting) = (0, 0, 0);
        for company in stage.companies() {
            for (_, order) in stage.rows.orders_of(company, None) {
                states.insert(match order.life.state {
                    OrderState::Placed => "placed",
                    OrderState::Confirmed => "confirmed",
                    OrderState::InProduction => "in production",
                    OrderState::Shipping => "shipping",
                    OrderState::Received => "received",
                    OrderState::Completed => "completed",
                    OrderState::Cancelled { .. } => "cancelled",
                });
                renewed += usize::from(1 < order.payees.len());
                claims += order.life.claims.len();
            }
            let approvals = stage.rows.approvals(company, None);
            waiting += approvals
                .filter(|(_, one)| one.state == ApprovalState::Waiting)
                .count();
        }
        assert_eq!(states.len(), 7, "{states:?}");
        // Each with both of its companies, but what waits with one.
        assert_eq!((renewed, claims, waiting), (2, 2, 1));
    }
}
