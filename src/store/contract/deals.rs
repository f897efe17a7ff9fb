//! Requests and quotations: both companies have the same, nobody else has any of it, and what waits finds whom it is for.

use std::sync::Mutex;

use domain::{
    Attachment, Bid, BidLine, Currency, Id, Media, QuotationState, RequestLine, RequestTerms, Step,
    Text,
};
use market::{
    Ask, Blob, BlobKind, Command, DraftKind, Letter, LetterKind, Mailbox, Moment, Offer, Offered,
    Refusal,
};

use super::{
    Place,
    market::{carry_out, found, id, order},
    open,
};
use crate::{
    Store,
    company::{Carried, Courier, Receipt},
};

on_both!(
    what_is_offered_both_sides_have,
    what_is_attached_is_the_senders_own,
    what_waits_finds_whom_it_is_for,
    each_notice_is_carried_until_it_has_arrived,
);

const BUYER: Id = Id::from_bytes([1; 16]);
const SUPPLIER: Id = Id::from_bytes([2; 16]);
const LATE: Id = Id::from_bytes([3; 16]);
const REQUEST: Id = Id::from_bytes([4; 16]);
const QUOTATION: Id = Id::from_bytes([5; 16]);
const WAITING: Id = Id::from_bytes([6; 16]);

async fn done(store: &Store, company: Id, key: &str, command: Command) -> Result<Receipt, Refusal> {
    carry_out(store, order(company, id(2), key, command)).await
}

async fn supply(store: &Store, company: Id, code: &str) {
    let draft = Command::PutDraft {
        draft: company,
        kind: DraftKind::Profile,
        content: "{}".to_owned(),
        known: None,
    };
    let offered = Offered {
        content: "{}".to_owned(),
        key: code.to_owned(),
        expires_on: None,
        photos: Vec::new(),
    };
    let offer = Offer {
        listing: company,
        draft: 1,
        checked: Some(Ok(offered)),
    };
    done(store, company, "d", draft).await.unwrap();
    let publish = Command::PutListing { offer, known: None };
    done(store, company, "p", publish).await.unwrap();
}

/// A buyer who has asked a supplier, and one who is not there.
async fn asked(store: &Store) {
    for company in [BUYER, SUPPLIER, LATE] {
        found(store, company, id(2)).await;
    }
    supply(store, SUPPLIER, "lion").await;
    let line = RequestLine {
        id: id(9),
        product: String::new(),
        words: Text::new("Hex bolts", "六角螺栓"),
        quantity: "5000".parse().unwrap(),
        unit: "C62".parse().unwrap(),
        target: None,
        attachments: Vec::new(),
    };
    let terms = RequestTerms {
        lines: vec![line],
        currency: Currency::Sgd,
        destination: None,
        incoterm: None,
        needed_by: None,
        certificates: Vec::new(),
        valid_until: "1970-02-01".parse().unwrap(),
        note: String::new(),
    };
    let ask = |quotation, code: &str| Ask {
        quotation,
        code: code.to_owned(),
    };
    let send = Command::SendRequest {
        request: REQUEST,
        terms: Box::new(terms),
        asked: vec![ask(QUOTATION, "lion"), ask(WAITING, "late")],
    };
    let sent = done(store, BUYER, "s", send.clone()).await.unwrap();
    assert_eq!((sent.id, sent.version), (REQUEST, 1));
    assert!(done(store, BUYER, "s", send).await.unwrap().is_replayed);
}

fn offer(known: u64) -> Command {
    let line = BidLine {
        line: id(9),
        price: "0.42".parse().unwrap(),
        quantity: "5000".parse().unwrap(),
        lead_time_days: 14,
        product: String::new(),
        alternative: String::new(),
        note: String::new(),
    };
    let bid = Bid {
        lines: vec![line],
        currency: Currency::Sgd,
        incoterm: None,
        place: String::new(),
        payment: "月结 30 天".to_owned(),
        valid_until: "1970-02-01".parse().unwrap(),
        note: String::new(),
    };
    Command::MakeOffer {
        quotation: QUOTATION,
        bid: Box::new(bid),
        known,
    }
}

async fn what_is_offered_both_sides_have(place: Place) {
    let store = open(&place).await;
    asked(&store).await;
    let companies = store.companies();
    let own = companies.request(BUYER, REQUEST).await.unwrap().unwrap();
    let copy = companies.request(SUPPLIER, REQUEST).await.unwrap().unwrap();
    assert_eq!((own.asked.len(), copy.asked.len()), (2, 0));
    assert_eq!(own.terms, copy.terms);
    let last = async |company| {
        let page = companies.changes(company, 0, 50).await.unwrap();
        page.items.last().unwrap().notice
    };
    done(&store, SUPPLIER, "o", offer(1)).await.unwrap();
    let say = Command::SendMessage {
        quotation: QUOTATION,
        words: "什么时候能到？".to_owned(),
        attachments: Vec::new(),
    };
    done(&store, BUYER, "m", say).await.unwrap();
    let accept = Command::AcceptOffer {
        quotation: QUOTATION,
        offer: 1,
        rate: None,
        known: 2,
    };
    let accepted = done(&store, BUYER, "a", accept).await.unwrap();
    assert_eq!(accepted.version, 3);
    assert_eq!(last(SUPPLIER).await.id, QUOTATION);
    let quotation = async |company, id| companies.quotation(company, id).await.unwrap();
    let both = [
        quotation(BUYER, QUOTATION).await,
        quotation(SUPPLIER, QUOTATION).await,
    ];
    assert_eq!(both[0], both[1]);
    let state = both[0].as_ref().map(|found| found.state.clone());
    assert_eq!(state, Some(QuotationState::Accepted { offer: 1 }));
    let placed = async |company| companies.order(company, QUOTATION).await.unwrap().unwrap();
    let confirm = Command::TakeStep {
        order: QUOTATION,
        step: Box::new(Step::Confirm),
        known: 1,
    };
    done(&store, SUPPLIER, "c", confirm).await.unwrap();
    let ordered = placed(BUYER).await;
    assert_eq!(ordered, placed(SUPPLIER).await);
    let proforma = ordered.proforma.map(|number| number.serial);
    assert_eq!((ordered.number.serial, proforma), (1, Some(1)));
    let lost = quotation(BUYER, WAITING).await.unwrap();
    assert_eq!(lost.state, QuotationState::Lost);
    for company in [BUYER, SUPPLIER] {
        let thread = companies.thread(company, QUOTATION).await.unwrap();
        assert_eq!(thread.messages[0].words, "什么时候能到？");
    }
    let (letters, mailbox) = companies.letters(SUPPLIER, 10).await.unwrap();
    let kinds: Vec<_> = letters.iter().map(|(_, letter)| letter.kind).collect();
    use LetterKind::{Asked, Message, Ordered};
    assert_eq!(kinds, [Ordered, Message, Asked]);
    assert_eq!(
        mailbox,
        Mailbox {
            letters: 3,
            read: 0
        }
    );
    done(&store, SUPPLIER, "r", Command::ReadNotices { read: 2 })
        .await
        .unwrap();
    let (_, mailbox) = companies.letters(SUPPLIER, 10).await.unwrap();
    assert_eq!(mailbox.unread(), 1);
    // Nobody else has any of it.
    for company in [LATE, id(7)] {
        assert_eq!(quotation(company, QUOTATION).await, None);
        assert_eq!(companies.request(company, REQUEST).await.unwrap(), None);
        let page = companies.quotations(company, None, None, 10).await.unwrap();
        assert!(page.items.is_empty());
    }
    let of = async |company, request| {
        let page = companies
            .quotations(company, request, None, 1)
            .await
            .unwrap();
        (page.items.len(), page.has_more)
    };
    assert_eq!(of(BUYER, Some(REQUEST)).await, (1, true));
    assert_eq!(of(BUYER, Some(id(8))).await, (0, false));
    assert_eq!(of(SUPPLIER, None).await, (1, false));
}

/// From both sides at once, on two hubs of one database: whoever is late hears that it has changed, and both companies
/// have the same in the end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_sides_on_two_hubs_never_part() {
    const EACH: usize = 15;
    let place = Place::postgres().await;
    let stores = [open(&place).await, open(&place).await];
    asked(&stores[0]).await;
    done(&stores[0], SUPPLIER, "first", offer(1)).await.unwrap();
    let side = async |store: &Store, company: Id| {
        // Whoever is slower gets on when the other one has ended, at the latest.
        let (mut taken, mut number) = (0, 0);
        while taken < EACH {
            number += 1;
            let found = store.companies().quotation(company, QUOTATION).await;
            let known = found.unwrap().unwrap().version;
            let made = done(store, company, &format!("n{number}"), offer(known)).await;
            match made {
                Ok(receipt) => {
                    assert_eq!(receipt.version, known + 1);
                    taken += 1;
                }
                Err(refusal) => assert!(matches!(refusal, Refusal::Changed { .. }), "{refusal}"),
            }
        }
    };
    tokio::join!(side(&stores[0], BUYER), side(&stores[1], SUPPLIER));
    let companies = stores[0].companies();
    let both = [
        companies
            .quotation(BUYER, QUOTATION)
            .await
            .unwrap()
            .unwrap(),
        companies
            .quotation(SUPPLIER, QUOTATION)
            .await
            .unwrap()
            .unwrap(),
    ];
    assert_eq!(both[0], both[1]);
    assert_eq!(both[0].offers.len(), 1 + 2 * EACH);
}

async fn what_waits_finds_whom_it_is_for(place: Place) {
    let store = open(&place).await;
    asked(&store).await;
    supply(&store, LATE, "late").await;
    let companies = store.companies();
    let found = companies.quotation(LATE, WAITING).await.unwrap().unwrap();
    assert_eq!((found.supplier, found.version), (Some(LATE), 2));
    let buyers = companies.quotation(BUYER, WAITING).await.unwrap();
    assert_eq!(buyers, Some(found));
    let request = companies.request(BUYER, REQUEST).await.unwrap().unwrap();
    assert_eq!(request.asked[1].supplier, Some(LATE));
    let (letters, _) = companies.letters(LATE, 10).await.unwrap();
    assert_eq!(letters[0].1.kind, LetterKind::Asked);
}

/// Refuses every other one.
#[derive(Default)]
struct Tired(Mutex<Vec<(Id, u64, LetterKind)>>);

impl Courier for Tired {
    async fn carry(&self, company: Id, number: u64, letter: &Letter) -> bool {
        let mut seen = self.0.lock().unwrap();
        seen.push((company, number, letter.kind));
        seen.len().is_multiple_of(2)
    }
}

async fn each_notice_is_carried_until_it_has_arrived(place: Place) {
    let store = open(&place).await;
    asked(&store).await;
    done(&store, SUPPLIER, "o", offer(1)).await.unwrap();
    let (companies, courier) = (store.companies(), Tired::default());
    let round = async || companies.carry(&courier, 10).await.unwrap();
    let carried = |arrived, refused| Carried { arrived, refused };
    assert_eq!(round().await, carried(1, 1));
    assert_eq!(round().await, carried(0, 1));
    assert_eq!(round().await, carried(1, 0));
    assert_eq!(round().await, carried(0, 0));
    let seen = courier.0.lock().unwrap();
    let first = seen[0];
    assert_eq!(first.1, 1);
    // What was refused came again, and what had arrived did not.
    assert_eq!((seen[2], seen[3]), (first, first));
}

async fn what_is_attached_is_the_senders_own(place: Place) {
    let store = open(&place).await;
    asked(&store).await;
    let paper = Blob {
        kind: BlobKind::Document,
        media: Media::Pdf,
        bytes: 12,
        digest: [7; 32],
        width: 0,
        height: 0,
        object: "x".to_owned(),
        made_at: Moment(7),
    };
    let put = Command::PutBlob {
        blob: id(8),
        what: paper.clone(),
    };
    done(&store, SUPPLIER, "b", put).await.unwrap();
    let attached = Attachment {
        file: id(8),
        name: "图纸.pdf".parse().unwrap(),
        media: Media::Pdf,
        bytes: 12,
    };
    let say = Command::SendMessage {
        quotation: QUOTATION,
        words: String::new(),
        attachments: vec![attached.clone()],
    };
    let refused = done(&store, BUYER, "m", say.clone()).await;
    assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
    done(&store, SUPPLIER, "m", say).await.unwrap();
    let companies = store.companies();
    for company in [BUYER, SUPPLIER] {
        let quotation = companies.quotation(company, QUOTATION).await.unwrap();
        let thread = companies.thread(company, QUOTATION).await.unwrap();
        let found = quotation.unwrap();
        let found = found.attachment(&thread, id(8));
        assert_eq!(found, Some((SUPPLIER, &attached)));
    }
    assert_eq!(companies.blob(SUPPLIER, id(8)).await.unwrap(), Some(paper));
    assert_eq!(companies.thread(LATE, QUOTATION).await.unwrap().count(), 0);
}
