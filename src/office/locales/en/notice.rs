use api_types::message::NoticeKind;

use super::super::notice::Notices;

pub const NOTICES: Notices = Notices {
    title: "Notices",
    lead: "What others did, the newest first. Opening this page marks them as read.",
    none: "Nothing yet. What buyers, suppliers and colleagues do that concerns you will stand here.",
    new: "New",
    unread: |number| format!("Notices, {number} unread"),
    said: |kind, who| match kind {
        NoticeKind::Asked => format!("{who} asks you for a quotation"),
        NoticeKind::Quoted => format!("{who} sent a quotation"),
        NoticeKind::Countered => format!("{who} made a counter-offer"),
        NoticeKind::Declined => format!("{who} declined"),
        NoticeKind::Withdrawn => format!("{who} withdrew"),
        NoticeKind::Accepted => format!("{who} accepted your quotation"),
        NoticeKind::Lost => format!("{who} chose another supplier"),
        NoticeKind::Message => format!("{who} wrote a message"),
        NoticeKind::ToApprove => {
            "A colleague wants to accept an offer above their limit".to_owned()
        }
        NoticeKind::ApprovalRefused => "An offer was not approved".to_owned(),
        NoticeKind::Ordered => format!("{who} placed an order"),
        NoticeKind::Confirmed => format!("{who} confirmed the order"),
        NoticeKind::InProduction => format!("{who} started production"),
        NoticeKind::Shipped => format!("{who} shipped goods"),
        NoticeKind::Received => format!("{who} received a shipment"),
        NoticeKind::Completed => format!("{who} completed the order"),
        NoticeKind::CancellationAsked => format!("{who} asks to cancel the order"),
        NoticeKind::Cancelled => format!("The order with {who} is cancelled"),
        NoticeKind::Kept => format!("{who} keeps to the order"),
        NoticeKind::Claimed => format!("{who} made a claim"),
        NoticeKind::ClaimAnswered => format!("{who} answered your claim"),
        NoticeKind::ClaimSettled => format!("{who} accepted your answer to the claim"),
        NoticeKind::ClaimWithdrawn => format!("{who} withdrew the claim"),
        NoticeKind::PayeeChanged => {
            format!("{who} is to be paid into another account: check before you pay")
        }
        NoticeKind::Reviewed => format!("{who} reviewed you"),
        NoticeKind::PayeeProposed => {
            "A colleague entered a bank account to be confirmed".to_owned()
        }
        NoticeKind::PayeeConfirmed => "A colleague confirmed the bank account".to_owned(),
        _ => "Something has changed".to_owned(),
    },
};
