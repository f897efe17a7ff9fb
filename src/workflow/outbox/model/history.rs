//! One history: faults by chance, then everything heals, and everything must be where it belongs.

use super::person::PEOPLE;
use super::world::World;
use super::{Tally, Wrong};

/// What must have happened in any number of histories worth the name.
pub const FAULTS: [&str; 24] = [
    "died while it mended the places",
    "torn record in the journal",
    "news that another tab missed",
    "database that takes nothing",
    "journal that takes nothing",
    "row that is kept nowhere",
    "row that another tab had overtaken",
    "answer that never came, nor a word that it will not",
    "answer that was lost",
    "request that was lost",
    "request that arrived twice",
    "answer of a stranger",
    "401",
    "409 in flight",
    "422",
    "5xx",
    "database wiped",
    "journal wiped",
    "journal damaged",
    "tab that dies",
    "browser that dies",
    "clock that jumps",
    "frozen leader at the end",
    "session that ran out",
];

const TEN_YEARS: u64 = 10 * 365 * 86_400_000;
/// True time within which all must have gone when everything works again.
const HEALING: u64 = 2 * 3_600_000;

pub fn live(seed: u64, tally: &mut Tally) -> Result<(), Wrong> {
    let mut world = World::new(seed, tally);
    world.device.session = Some(PEOPLE[0].to_owned());
    world.start(0)?;
    let steps = 150 + world.chance.below(200);
    for _ in 0..steps {
        step(&mut world)?;
    }
    heal(&mut world)?;
    let effects = world
        .intents
        .iter()
        .map(|intent| intent.effects as usize)
        .sum::<usize>();
    world.tally.effects += effects;
    Ok(())
}

fn step(world: &mut World<'_>) -> Result<(), Wrong> {
    let tab = world.chance.below(2);
    match world.chance.below(100) {
        0..12 => world.sends(tab)?,
        12..14 => world.types(tab)?,
        14..16 => drop(world.resolves(tab)?),
        16..18 => world.changes_account(tab)?,
        18 => {
            world.tally.count("session that ran out");
            world.device.session = None;
        }
        19..22 => {
            world.tally.count("tab that dies");
            world.crash(tab)?;
        }
        22..26 => die(world)?,
        26..30 => {
            if world.tabs[tab].is_none() {
                world.start(tab)?;
            }
        }
        30 => {
            if let Some(tab) = &mut world.tabs[tab] {
                tab.is_frozen = !tab.is_frozen;
            }
        }
        31 => jump(world, tab),
        32..34 => {
            let dies = world.chance.one_in(2);
            world.device.compact(dies, &mut world.chance);
            if dies {
                die(world)?;
            }
        }
        34 => {
            world.feed(tab, super::super::Event::Online)?;
            // To go again at once is what this event is for.
            world.sign_in(world.device.session.clone().as_deref(), false)?;
        }
        35..42 => {
            let pause = [10, 700, 5_000, 70_000][world.chance.below(4)];
            world.pass(pause)?;
        }
        42..62 => drop(world.travel()?),
        _ => drop(world.work(tab)?),
    }
    Ok(())
}

fn jump(world: &mut World<'_>, tab: usize) {
    let is_back = world.chance.one_in(2);
    if let Some(tab) = &mut world.tabs[tab] {
        world.tally.count("clock that jumps");
        // Ten years are pause enough.
        world.failed.clear();
        tab.clock = if is_back {
            tab.clock.saturating_sub(TEN_YEARS)
        } else {
            tab.clock + TEN_YEARS
        };
    }
}

/// All tabs at once, and one of the places with them, if the other has everything.
fn die(world: &mut World<'_>) -> Result<(), Wrong> {
    world.tally.count("browser that dies");
    world.tabs[1] = None;
    world.crash(0)?;
    if !world.is_all_promised() {
        return world.start(0);
    }
    let device = &mut world.device;
    match world.chance.below(4) {
        0 => {
            world.tally.count("database wiped");
            device.database = super::super::journal::Place::default();
        }
        1 => {
            world.tally.count("journal wiped");
            device.journals = Default::default();
        }
        2 => {
            world.tally.count("journal damaged");
            for _ in 0..=world.chance.below(3) {
                let journal = &mut device.journals[world.chance.below(2)];
                let place = world.chance.below(journal.len());
                if let Some(byte) = journal.get_mut(place) {
                    *byte ^= 1 << world.chance.below(8);
                }
            }
        }
        _ => {}
    }
    world.promised.clear();
    world.start(0)
}

/// From now on everything works, but for a leader that may stay frozen for ever.
fn heal(world: &mut World<'_>) -> Result<(), Wrong> {
    world.is_healed = true;
    world.server.is_healed = true;
    let is_leader_frozen = world.chance.one_in(3) && world.tabs.iter().all(Option::is_some);
    for tab in 0..2 {
        let freeze = is_leader_frozen && world.leader == Some(tab);
        match &mut world.tabs[tab] {
            Some(tab) => tab.is_frozen = freeze,
            // Often there is one tab only.
            None if tab == 0 || world.chance.one_in(2) => world.start(tab)?,
            None => {}
        }
    }
    if is_leader_frozen {
        world.tally.count("frozen leader at the end");
    }
    // Nobody says any more what became of what is on its way.
    world.packets.retain(|packet| packet.answer.is_some());
    for is_person_there in [false, true] {
        for account in PEOPLE {
            world.sign_in(Some(account), true)?;
            drain(world, account, is_person_there)?;
        }
    }
    finish(world)
}

fn drain(world: &mut World<'_>, account: &str, is_person_there: bool) -> Result<(), Wrong> {
    let end = world.now + HEALING;
    let mut rounds = 0;
    loop {
        let mut has_worked = true;
        while has_worked {
            has_worked = world.travel()?;
            for tab in 0..2 {
                has_worked |= world.work(tab)?;
            }
            rounds += 1;
            if 200_000 < rounds {
                return Err("liveness: it never rests".to_owned());
            }
        }
        let unsettled = world.unsettled();
        let refused = |line: &str| {
            unsettled
                .iter()
                .any(|(_, who, other, refused)| who == account && other == line && *refused)
        };
        let mut open = unsettled.iter().filter(|(_, who, line, is_refused)| {
            // Without the person, what was refused stays, and what follows it.
            who == account && (is_person_there || !(*is_refused || refused(line)))
        });
        let awake = || world.tabs.iter().flatten().filter(|tab| !tab.is_frozen);
        let is_all_kept = awake().all(|tab| tab.outbox.status().unsaved == 0);
        let next = open.next().map(|(id, ..)| world.numbers.get(id));
        if next.is_none() && is_all_kept {
            return Ok(());
        }
        if end <= world.now {
            return Err(format!(
                "liveness: {next:?} does not go, or something is never kept"
            ));
        }
        if world.device.session.as_deref() != Some(account) {
            // Somebody had asked to be signed out when all is sent.
            world.sign_in(Some(account), true)?;
        }
        for tab in 0..2 {
            let is_awake = world.tabs[tab].as_ref().is_some_and(|tab| !tab.is_frozen);
            if is_person_there && is_awake && world.resolves(tab)? {
                break;
            }
        }
        world.pass(10_000)?;
    }
}

fn finish(world: &mut World<'_>) -> Result<(), Wrong> {
    for (number, intent) in world.intents.iter().enumerate() {
        let is_settled = intent.effects == 1 || intent.is_discarded || !intent.is_saved;
        if !is_settled {
            return Err(format!("kept: {number} was saved and took no effect"));
        }
        if 1 < intent.effects {
            return Err(format!(
                "once: {number} took effect {} times",
                intent.effects
            ));
        }
    }
    // What the places say now is what a browser finds that is started again.
    world.tabs = [None, None];
    world.leader = None;
    world.start(0)?;
    let status = world.tabs[0]
        .as_ref()
        .map(|tab| tab.outbox.status())
        .unwrap_or_default();
    if !status.attention.is_empty() || status.waiting + status.of_others != 0 {
        return Err(format!("empty: after a new start there is {status:?}"));
    }
    Ok(())
}
