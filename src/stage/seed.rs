//! The people and companies that a visitor finds. Nobody of them is real, and nothing of them can be taken for it: the numbers
//! are of a year that has not come, or spell DEMO, and no mail reaches `.example`.

use domain::{Id, Text};
use market::{Command, CompanyForm, CompanyKind, Moment, Order, Role};

use crate::{Account, Stage};

/// Ids are the same each time, so that a link into the demonstration stays right: 2026-01-01, in milliseconds.
pub(crate) const MADE: u64 = 1_767_225_600_000;

/// Name, address below `.example`, and place in the company.
type Someone = (&'static str, &'static str, Role);

struct Seed {
    kind: CompanyKind,
    registration: (&'static str, &'static str),
    name: (&'static str, &'static str),
    about: (&'static str, &'static str),
    /// The first is its administrator.
    people: &'static [Someone],
}

const SEEDS: [Seed; 3] = [
    Seed {
        kind: CompanyKind::Buyer,
        registration: ("uscc", "91440300DEM0DEM05H"),
        name: (
            "Qianhai Precision Equipment (demonstration)",
            "前海精工设备（演示）",
        ),
        about: (
            "Builds packaging lines in Bao'an, Shenzhen, and buys fasteners, bearings and switchgear by the pallet.",
            "深圳宝安的包装线设备厂，整托盘采购紧固件、轴承与低压电器。",
        ),
        people: &[
            (
                "陈昊 Chen Hao",
                "chen.hao@qianhai.example",
                Role::Administrator,
            ),
            ("林悦 Lin Yue", "lin.yue@qianhai.example", Role::Trader),
        ],
    },
    Seed {
        kind: CompanyKind::Supplier,
        registration: ("uen", "209910101D"),
        name: (
            "Tuas Bolt & Nut Centre (demonstration)",
            "大士螺栓中心（演示）",
        ),
        about: (
            "Structural and general bolting: 8.8, 10.9 and hot-dip galvanised from stock.",
            "结构与通用紧固件：8.8、10.9 级与热浸镀锌现货。",
        ),
        people: &[
            (
                "Tan Wei Ling",
                "tan.wei.ling@tuasbolt.example",
                Role::Administrator,
            ),
            ("Kumar Rajan", "kumar.rajan@tuasbolt.example", Role::Trader),
            ("Nur Aisyah", "nur.aisyah@tuasbolt.example", Role::Viewer),
        ],
    },
    Seed {
        kind: CompanyKind::Supplier,
        registration: ("uen", "209932430D"),
        name: (
            "Kopi Junction Roasters (demonstration)",
            "咖啡交汇烘焙（演示）",
        ),
        about: (
            "Nanyang coffee, teas, 3-in-1 mixes, malt drinks and ready-to-drink cans under your label or ours.",
            "南洋咖啡、茶、三合一、麦芽饮品与即饮罐装，可贴牌。",
        ),
        people: &[
            (
                "Goh Jun Ming",
                "goh.jun.ming@kopijunction.example",
                Role::Administrator,
            ),
            (
                "Lee Hui Fen",
                "lee.hui.fen@kopijunction.example",
                Role::Trader,
            ),
        ],
    },
];

/// Who joined later: their ids come behind all others.
const LATER: [Seed; 2] = [
    Seed {
        kind: CompanyKind::Supplier,
        registration: ("uen", "209910238M"),
        name: (
            "Merlion Stainless Fixings (demonstration)",
            "鱼尾狮不锈钢紧固件（演示）",
        ),
        about: (
            "A2 and A4 stainless fasteners in small packs and full cartons.",
            "A2、A4 不锈钢紧固件，小包与整箱皆可。",
        ),
        people: &[
            (
                "Fong Kai Wen",
                "fong.kai.wen@merfix.example",
                Role::Administrator,
            ),
            ("Serene Ho", "serene.ho@merfix.example", Role::Trader),
        ],
    },
    Seed {
        kind: CompanyKind::Supplier,
        registration: ("uen", "209910512E"),
        name: (
            "Sin Hup Huat Hardware (demonstration)",
            "新合发五金（演示）",
        ),
        about: (
            "Neighbourhood-style hardware wholesaler: a little of everything.",
            "老字号五金批发，样样齐全。",
        ),
        people: &[
            (
                "Goh Teck Huat",
                "goh.teck.huat@sinhuphuat.example",
                Role::Administrator,
            ),
            (
                "Goh Siew Lan",
                "goh.siew.lan@sinhuphuat.example",
                Role::Trader,
            ),
        ],
    },
];

const REVIEWER: (&str, &str) = ("Ong Mei Xuan", "ong.mei.xuan@hub.example");

fn id(number: u8) -> Id {
    let mut chance = [0; 10];
    chance[9] = number;
    Id::new(MADE, chance)
}

impl Stage {
    /// The demonstration as a visitor finds it who comes at this moment.
    #[must_use]
    pub fn seeded(at: Moment) -> Self {
        let mut stage = Self {
            all_proven: true,
            ..Self::default()
        };
        let mut numbers = 1..;
        let mut fresh = || id(numbers.next().unwrap_or_default());
        let suppliers = stage.found(&SEEDS, at, &mut fresh);
        stage.add(fresh(), REVIEWER, true);
        stage.stock(0, &suppliers, at, &mut fresh);
        let later = stage.found(&LATER, at, &mut fresh);
        stage.stock(suppliers.len(), &later, at, &mut fresh);
        stage.negotiate(at);
        stage
    }

    /// Companies with their people: the suppliers of them, each with its administrator.
    fn found(
        &mut self,
        seeds: &[Seed],
        at: Moment,
        fresh: &mut impl FnMut() -> Id,
    ) -> Vec<(Id, Id)> {
        let mut suppliers = Vec::new();
        for seed in seeds {
            let company = fresh();
            let (scheme, number) = seed.registration;
            let form = CompanyForm::check(
                seed.kind,
                (scheme, number),
                Text::new(seed.name.0, seed.name.1),
                Text::new(seed.about.0, seed.about.1),
            );
            let form = form.expect("a test has read this form");
            let mut administrator = None;
            for &(name, email, role) in seed.people {
                let account = fresh();
                self.add(account, (name, email), false);
                let Some(by) = administrator else {
                    administrator = Some(account);
                    self.order(company, account, at, Command::FoundCompany(form.clone()));
                    if seed.kind == CompanyKind::Supplier {
                        suppliers.push((company, account));
                    }
                    continue;
                };
                let (invitation, digest) = (account, [0; 32]);
                let email = email.parse().expect("a test has read this address");
                let invite = Command::Invite {
                    invitation,
                    email,
                    role,
                    digest,
                };
                self.order(company, by, at, invite);
                let accept = Command::Accept { invitation, digest };
                self.order(company, account, at, accept);
            }
        }
        suppliers
    }

    fn add(&mut self, id: Id, (name, email): (&str, &str), is_reviewer: bool) {
        self.admit(Account {
            id,
            email: email.parse().expect("a test has read this address"),
            name: name.to_owned(),
            is_reviewer,
            has_totp: true,
        });
    }

    pub(crate) fn order(&mut self, company: Id, by: Id, at: Moment, command: Command) {
        // Each order has a deed of its own, by what it is about.
        let about = match &command {
            Command::Invite { invitation, .. } | Command::Accept { invitation, .. } => *invitation,
            Command::PutDraft { draft, .. } => *draft,
            Command::PutListing { offer, .. } => offer.listing,
            _ => company,
        };
        let key = format!("seed-{}-{about}", command.name());
        let order = Order {
            company,
            by,
            is_reviewer: false,
            has_second_factor: true,
            key: key.parse().expect("letters, digits and hyphens"),
            digest: [0; 32],
            at,
            command,
        };
        let done = self.carry_out(&order);
        debug_assert!(done.is_ok(), "{done:?}");
    }
}
