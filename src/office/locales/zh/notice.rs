use api_types::message::NoticeKind;

use super::super::notice::Notices;

pub const NOTICES: Notices = Notices {
    title: "通知",
    lead: "对方和同事的最新动态，最新的在前。打开本页即视为已读。",
    none: "暂无通知。买家、供应商和同事与您有关的操作会显示在这里。",
    new: "新",
    unread: |number| format!("通知，{number} 条未读"),
    said: |kind, who| said(kind, &spaced(who)),
};

/// A Latin name is set apart from the characters behind it.
fn spaced(name: &str) -> String {
    match name.ends_with(|last: char| last.is_ascii()) {
        true => format!("{name} "),
        false => name.to_owned(),
    }
}

fn said(kind: NoticeKind, who: &str) -> String {
    match kind {
        NoticeKind::Asked => format!("{who}向您询价"),
        NoticeKind::Quoted => format!("{who}已报价"),
        NoticeKind::Countered => format!("{who}还价了"),
        NoticeKind::Declined => format!("{who}谢绝了"),
        NoticeKind::Withdrawn => format!("{who}已撤回"),
        NoticeKind::Accepted => format!("{who}接受了您的报价"),
        NoticeKind::Lost => format!("{who}选择了其他供应商"),
        NoticeKind::Message => format!("{who}发来留言"),
        NoticeKind::ToApprove => "同事申请接受一份超出其限额的报价".to_owned(),
        NoticeKind::ApprovalRefused => "一份报价未获批准".to_owned(),
        NoticeKind::Ordered => format!("{who}已下单"),
        NoticeKind::Confirmed => format!("{who}已确认订单"),
        NoticeKind::InProduction => format!("{who}已开始生产"),
        NoticeKind::Shipped => format!("{who}已发货"),
        NoticeKind::Received => format!("{who}已收货"),
        NoticeKind::Completed => format!("{who}已完结订单"),
        NoticeKind::CancellationAsked => format!("{who}申请取消订单"),
        NoticeKind::Cancelled => format!("与{who}的订单已取消"),
        NoticeKind::Kept => format!("{who}要求继续履行订单"),
        NoticeKind::Claimed => format!("{who}提出索赔"),
        NoticeKind::ClaimAnswered => format!("{who}答复了您的索赔"),
        NoticeKind::ClaimSettled => format!("{who}接受了您对索赔的答复"),
        NoticeKind::ClaimWithdrawn => format!("{who}撤回了索赔"),
        NoticeKind::PayeeChanged => format!("{who}变更了收款账户：付款前请务必核实"),
        NoticeKind::Reviewed => format!("{who}评价了您"),
        NoticeKind::PayeeProposed => "同事录入了收款账户，待确认".to_owned(),
        NoticeKind::PayeeConfirmed => "同事已确认收款账户".to_owned(),
        _ => "有新的变动".to_owned(),
    }
}
