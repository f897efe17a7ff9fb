//! English, as a Singapore distributor writes it.

mod catalogue;
mod company;
mod demonstration;
mod entry;
mod files;
mod intake;
mod notice;
mod order;
mod outbox;
mod passkey;
mod paste;
mod quotation;
mod request;
mod trouble;

use super::Words;

pub static WORDS: Words = Words {
    demonstration: demonstration::DEMONSTRATION,
    frame: entry::FRAME,
    form: entry::FORM,
    fault: trouble::FAULT,
    problem: trouble::PROBLEM,
    entry: entry::ENTRY,
    factor: entry::FACTOR,
    passkey: passkey::PASSKEY,
    account: entry::ACCOUNT,
    company: company::COMPANY,
    people: company::PEOPLE,
    home: company::HOME,
    join: company::JOIN,
    intake: intake::INTAKE,
    outbox: outbox::OUTBOX,
    catalogue: catalogue::CATALOGUE,
    requests: request::REQUESTS,
    compose: request::COMPOSE,
    paste: paste::PASTE,
    files: files::FILES,
    sent: request::SENT,
    suits: request::SUITS,
    quotation: quotation::QUOTATION,
    changes: quotation::CHANGES,
    compare: quotation::COMPARE,
    order: order::ORDER,
    approvals: order::APPROVALS,
    settings: order::SETTINGS,
    notices: notice::NOTICES,
};
