use domain::{Id, Media, Step, Text};
use proptest::prelude::*;

use super::world;
use crate::{access::TABLE, *};

pub(super) const COMPANY: Id = id(1);
const ASKER: Id = id(2);
pub(super) const THING: Id = id(3);
const DIGEST: [u8; 32] = [7; 32];

pub(super) const fn id(number: u8) -> Id {
    Id::from_bytes([number; 16])
}

fn form() -> CompanyForm {
    let number = ("uen", "202630832C");
    let name = Text::new("Bolt", "螺栓");
    CompanyForm::check(CompanyKind::Supplier, number, name, Text::default()).unwrap()
}

fn commands() -> [Command; 29] {
    let (draft, invitation, account) = (THING, THING, THING);
    let (email, role) = ("a@b.sg".parse::<Email>().unwrap(), Role::Trader);
    [
        Command::FoundCompany(form()),
        Command::UpdateCompany {
            form: form(),
            known: 1,
        },
        Command::SetRole {
            account,
            role,
            known: 1,
        },
        Command::RemoveMember { account },
        Command::Invite {
            invitation,
            email,
            role,
            digest: DIGEST,
        },
        Command::Revoke { invitation },
        Command::Accept {
            invitation,
            digest: DIGEST,
        },
        Command::PutDraft {
            draft,
            kind: DraftKind::Product,
            content: "{}".into(),
            known: Some(1),
        },
        Command::PutProducts {
            rows: vec![ProductRow {
                draft: id(8),
                content: "{}".into(),
                known: None,
            }],
        },
        Command::DropDraft { draft, known: 1 },
        Command::PutListing {
            offer: offer(THING, "m8"),
            known: None,
        },
        Command::WithdrawListing {
            listing: THING,
            known: 1,
        },
        Command::PutPublication {
            publication: THING,
            offers: vec![offer(THING, "m8")],
            withdrawals: Vec::new(),
        },
        Command::PutBlob {
            blob: THING,
            what: blob(),
        },
        Command::SendRequest {
            request: id(9),
            terms: Box::new(world::terms()),
            asked: vec![Ask {
                quotation: id(10),
                code: "lion".into(),
            }],
        },
        Command::CloseRequest {
            request: THING,
            reason: String::new(),
            known: 1,
        },
        Command::MakeOffer {
            quotation: THING,
            bid: Box::new(world::bid(1)),
            known: 1,
        },
        Command::DeclineQuotation {
            quotation: THING,
            reason: String::new(),
            known: 1,
        },
        Command::WithdrawQuotation {
            quotation: THING,
            reason: String::new(),
            known: 1,
        },
        Command::AcceptOffer {
            quotation: THING,
            offer: 1,
            rate: None,
            known: 1,
        },
        Command::SendMessage {
            quotation: THING,
            words: "When can it be here?".into(),
            attachments: Vec::new(),
        },
        Command::ReadMessages {
            quotation: THING,
            read: 0,
        },
        Command::ReadNotices { read: 1 },
        Command::DecideApproval {
            approval: THING,
            is_approved: true,
            reason: String::new(),
            known: 1,
        },
        Command::TakeStep {
            order: THING,
            step: Box::new(Step::Confirm),
            known: 1,
        },
        Command::SetLimits {
            limits: Limits::default(),
            known: 1,
        },
        Command::ProposePayee {
            payee: world::payee("0721234567"),
            known: 1,
        },
        Command::ConfirmPayee { known: 1 },
        Command::DropPayee { known: 1 },
    ]
}

pub(super) fn offer(listing: Id, key: &str) -> Offer {
    let offered = Offered {
        content: "{}".into(),
        key: key.into(),
        expires_on: None,
        photos: Vec::new(),
    };
    Offer {
        listing,
        draft: 1,
        checked: Some(Ok(offered)),
    }
}

fn blob() -> Blob {
    Blob {
        kind: BlobKind::Photograph,
        media: Media::Webp,
        bytes: 12,
        digest: DIGEST,
        width: 800,
        height: 600,
        object: "a".into(),
        made_at: Moment(0),
    }
}

pub(super) fn order(command: Command) -> Order {
    Order {
        company: COMPANY,
        by: ASKER,
        is_reviewer: false,
        has_second_factor: true,
        key: "12345678".parse().unwrap(),
        digest: [0; 32],
        at: Moment(1000),
        command,
    }
}

/// Everything there, at version 1.
pub(super) fn present(role: Option<Role>) -> Present {
    let (at, version) = (Moment(0), 1);
    let email = "a@b.sg".parse().unwrap();
    let stand = Stand {
        draft: Some((DraftKind::Product, 1)),
        listing: Some(Standing {
            state: ListingState::Published,
            version,
            key: "m8".into(),
        }),
    };
    Present {
        role,
        company: Some(Company {
            form: form(),
            version,
            created_at: at,
            updated_at: at,
        }),
        member: Some(Member {
            account: THING,
            role: Role::Administrator,
            version,
            since: at,
        }),
        administrators: 2,
        invitation: Some(Invitation {
            email,
            role: Role::Trader,
            digest: DIGEST,
            version,
            expires_at: Moment(2000),
        }),
        invitations: 1,
        draft: Some(1),
        drafts: 1,
        stands: [(THING, stand)].into(),
        keys: [("m8".to_owned(), THING)].into(),
        has_page: true,
        listings: 1,
        ..Present::default()
    }
}

#[test]
fn each_command_is_decided_by_a_line_of_its_own() {
    let commands = commands();
    let routes = commands.iter().map(|command| command.route() as usize);
    let mut routes: Vec<_> = routes.collect();
    routes.dedup();
    assert_eq!(routes.len(), commands.len());
    // All that change something of a company, and nothing else.
    let changing = TABLE
        .iter()
        .filter(|line| line.route.is_of_a_company() && line.method != "GET");
    assert_eq!(changing.count(), routes.len());
}

#[test]
fn not_ones_own_and_not_there_look_the_same() {
    for command in commands().into_iter().skip(1) {
        let refused =
            |present: &Present| super::decide(&order(command.clone()), present).unwrap_err();
        let missing = refused(&Present::default());
        // Another's, though its secret is known: only the secret opens it.
        let mut others = present(None);
        if let Some(invitation) = &mut others.invitation {
            invitation.digest = [8; 32];
        }
        assert_eq!(refused(&others), missing, "{}", command.name());
        assert_eq!(missing, Refusal::NotFound);
    }
    let found = super::decide(&order(Command::FoundCompany(form())), &present(None));
    assert_eq!(found, Err(Refusal::NotFound));
}

#[test]
fn whoever_founds_a_company_is_its_administrator() {
    let decision =
        super::decide(&order(Command::FoundCompany(form())), &Present::default()).unwrap();
    let member = decision.writes.iter().find_map(|write| match write {
        Write::Member(member) => Some((member.account, member.role)),
        _ => None,
    });
    assert_eq!(member, Some((ASKER, Role::Administrator)));
}

#[test]
fn a_company_keeps_an_administrator() {
    let mut present = present(Some(Role::Administrator));
    present.administrators = 1;
    let decide = |command, present: &Present| super::decide(&order(command), present);
    let remove = Command::RemoveMember { account: THING };
    assert_eq!(
        decide(remove.clone(), &present),
        Err(Refusal::LastAdministrator)
    );
    let demote = Command::SetRole {
        account: THING,
        role: Role::Viewer,
        known: 1,
    };
    assert_eq!(decide(demote, &present), Err(Refusal::LastAdministrator));
    present.administrators = 2;
    assert!(decide(remove, &present).is_ok());
}

#[test]
fn who_belongs_and_where_money_goes_is_not_decided_with_a_password_alone() {
    for command in commands() {
        let mut order = order(command);
        order.has_second_factor = false;
        let decided = super::decide(&order, &present(Some(Role::Administrator)));
        let guarded = ["set_role", "remove_member", "invite", "confirm_payee"]
            .contains(&order.command.name());
        assert_eq!(
            decided == Err(Refusal::SecondFactorNeeded),
            guarded,
            "{}",
            order.command.name()
        );
    }
}

#[test]
fn an_invitation_is_for_whoever_brings_its_secret_in_time() {
    let accept = |digest, at, role| {
        let order = Order {
            at: Moment(at),
            ..order(Command::Accept {
                invitation: THING,
                digest,
            })
        };
        super::decide(&order, &present(role))
    };
    let decision = accept(DIGEST, 1999, None).unwrap();
    assert_eq!(decision.notices.len(), 2);
    assert_eq!(accept(DIGEST, 2000, None), Err(Refusal::NotFound));
    assert_eq!(accept([0; 32], 1999, None), Err(Refusal::NotFound));
    assert_eq!(
        accept(DIGEST, 1999, Some(Role::Viewer)),
        Err(Refusal::Exists { version: 1 })
    );
}

#[test]
fn an_update_names_the_version_it_saw() {
    let put = |known, there: Option<Version>| {
        let command = Command::PutDraft {
            draft: THING,
            kind: DraftKind::Product,
            content: "{}".into(),
            known,
        };
        let present = Present {
            draft: there,
            ..present(Some(Role::Trader))
        };
        super::decide(&order(command), &present).map(|decision| decision.notices[0].version)
    };
    assert_eq!(put(None, None), Ok(1));
    assert_eq!(put(Some(4), Some(4)), Ok(5));
    assert_eq!(put(Some(3), Some(4)), Err(Refusal::Changed { version: 4 }));
    assert_eq!(put(None, Some(4)), Err(Refusal::Exists { version: 4 }));
    assert_eq!(put(Some(4), None), Err(Refusal::NotFound));
}

#[test]
fn keys_are_read_with_and_without_quotes() {
    assert_eq!("\"12345678\"".parse::<Key>(), "12345678".parse());
    for wrong in [
        "",
        "1234567",
        "1234 5678",
        "\"12345678",
        &"1".repeat(65),
        "12345678\n",
        "é2345678",
    ] {
        assert!(wrong.parse::<Key>().is_err(), "{wrong:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever comes, an accepted order moves what it is about by exactly one version, and tells of it.
    #[test]
    fn an_accepted_order_changes_something_and_tells_of_it(
        which in 0usize..29, role in prop::option::of(0usize..3), at in 0u64..3000,
            there: bool, strong: bool, reviewer: bool,
    ) {
        let role = role.map(|role| Role::ALL[role]);
        let state = if there { present(role) } else { Present { role, ..Present::default() } };
        let mut order = order(commands()[which].clone());
        (order.has_second_factor, order.is_reviewer, order.at) = (strong, reviewer, Moment(at));
        if let Ok(decision) = super::decide(&order, &state) {
            prop_assert!(!decision.writes.is_empty());
            prop_assert!(which > 13 || decision.writes.len() == decision.notices.len());
            let first = decision.notices[0];
            // What is made once has no second version.
            let is_new = matches!(first.noun, Noun::Publication | Noun::Blob | Noun::Message) || which == 14 || which == 6 || which == 8;
            // There are settings before anything was laid down.
            let grows = (there || first.noun == Noun::Settings) && !first.is_gone && !is_new;
            prop_assert_eq!(first.version, if grows { 2 } else { 1 });
        }
    }
}
