//! The hub's API: bodies out and in, with what the server asks of every request.
//!
//! One function a route; what may go wrong is a [`Refused`]. Words for it are the page's.

mod account;
mod call;
mod company;
mod deal;
mod files;
mod goods;
mod order;

pub use account::{
    add_passkey, begin_passkey_sign_in, begin_totp, change_password, confirm_totp, end_session, me,
    offer_passkey, passkeys, remove_passkey, sessions, sign_in, sign_in_by_passkey, sign_out,
    sign_up,
};
pub use call::Refused;
pub use company::{
    Deed, accept, company, found_company, invitations, invite, members, remove_member, revoke,
    set_role,
};
pub use deal::{
    messages, notices, quotation, quotations, quotations_of, read_messages, read_notices, request,
    requests,
};
pub use files::{FileOf, file_address, put_file};
pub use goods::{
    Part, draft, drafts, drop_draft, listings, publication, publish, put_products, reminders,
};
pub use order::{
    approval, approvals, confirm_payee, drop_payee, order, orders, propose_payee, set_limits,
    settings,
};
