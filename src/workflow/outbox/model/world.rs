//! What the tabs do, step by step, and what the world does to them.

use std::collections::BTreeMap;

use super::super::event::{Effect, Event, Kept};
use super::super::item::{Entry, Id, Key, Row, Stand};
use super::device::Device;
use super::server::Server;
use super::tab::{Job, Packet, Tab, kept};
use super::{Chance, Intent, Tally, Wrong};

/// Years ahead, so that clocks can be set back by years.
const START: u64 = 30 * 365 * 86_400_000;

pub struct World<'a> {
    pub chance: Chance,
    pub tally: &'a mut Tally,
    pub device: Device,
    pub server: Server,
    /// None where there is no such tab now.
    pub tabs: [Option<Tab>; 2],
    /// Which tab has the lock.
    pub leader: Option<usize>,
    pub packets: Vec<Packet>,
    pub intents: Vec<Intent>,
    /// By key made for them at first.
    pub numbers: BTreeMap<Id, usize>,
    /// Of keys that were made for an item later, its name.
    pub later_keys: BTreeMap<Id, Id>,
    /// The last text of a form that was kept, its version, and which tab it was typed in.
    pub texts: BTreeMap<Id, (u32, String, u64)>,
    /// Rows that were kept in both places, as far as tabs were told; what is not here may be lost with one of them.
    pub promised: BTreeMap<Id, Row>,
    /// Versions in which something had gone from both places. It must not come back.
    buried: BTreeMap<Id, u32>,
    /// One in so many writes fails, and so many news are lost: some devices are worse than others.
    storage: usize,
    channel: usize,
    /// True time.
    pub now: u64,
    serial: u64,
    /// When an attempt last failed in a tab: another one at the same instant is a storm.
    pub failed: BTreeMap<(u64, Key), u64>,
    pub is_healed: bool,
}

impl<'a> World<'a> {
    pub fn new(seed: u64, tally: &'a mut Tally) -> Self {
        let mut chance = Chance(seed);
        Self {
            storage: [3, 15, 100][chance.below(3)],
            channel: [2, 10][chance.below(2)],
            promised: BTreeMap::new(),
            buried: BTreeMap::new(),
            chance,
            tally,
            device: Device::default(),
            server: Server::default(),
            tabs: [None, None],
            leader: None,
            packets: Vec::new(),
            intents: Vec::new(),
            numbers: BTreeMap::new(),
            later_keys: BTreeMap::new(),
            texts: BTreeMap::new(),
            now: 0,
            serial: 0,
            failed: BTreeMap::new(),
            is_healed: false,
        }
    }

    pub fn start(&mut self, tab: usize) -> Result<(), Wrong> {
        self.serial += 1;
        self.tabs[tab] = Some(Tab {
            clock: START,
            serial: self.serial,
            ..Tab::default()
        });
        let dies = !self.is_healed && self.chance.one_in(12);
        let steps = if dies {
            self.chance.below(4)
        } else {
            usize::MAX
        };
        let (rows, _) = self.device.load(steps);
        if dies {
            self.tally.count("died while it mended the places");
            self.tabs[tab] = None;
            return Ok(());
        }
        self.loaded(tab, rows)?;
        self.feed(tab, Event::Account(self.device.session.clone()))?;
        self.elect()
    }

    fn loaded(&mut self, tab: usize, rows: Vec<Row>) -> Result<(), Wrong> {
        for row in &rows {
            let buried = self.buried.get(&row.id);
            if row.entry.is_some() && buried.is_some_and(|version| row.version <= *version) {
                return Err(format!("gone: {:?} came back", row.id));
            }
        }
        self.promised = rows.iter().map(|row| (row.id, row.clone())).collect();
        self.feed(tab, Event::Loaded(rows))
    }

    /// Whether either place could be lost without anything being lost.
    pub fn is_all_promised(&self) -> bool {
        let mut rows = self.device.rows().into_values();
        let is_promised = |row: Row| {
            self.promised
                .get(&row.id)
                .is_some_and(|there| !row.is_newer_than(there))
        };
        rows.all(is_promised)
    }

    /// Gives the lock to a tab if nobody has it. A browser without locks lets everybody lead.
    pub fn elect(&mut self) -> Result<(), Wrong> {
        if self.leader.is_none()
            && let Some(tab) = self.tabs.iter().position(Option::is_some)
        {
            self.leader = Some(tab);
            self.failed.clear();
            self.feed(tab, Event::Led(true))?;
        }
        Ok(())
    }

    pub fn crash(&mut self, tab: usize) -> Result<(), Wrong> {
        if let Some(tab) = self.tabs[tab].take() {
            // What it was writing may be there in part.
            if let Some(Job::Append { row, .. }) = tab.jobs.front() {
                let mut chance = self.chance.clone();
                self.device.append(row, Some(&mut chance));
                self.tally.count("torn record in the journal");
                if row.entry.is_none() {
                    // Only its last zero may be missing, and then it says all.
                    self.texts.remove(&row.id);
                }
            }
        }
        if self.leader == Some(tab) {
            self.leader = None;
        }
        self.check_texts()?;
        self.elect()
    }

    pub fn feed(&mut self, index: usize, event: Event) -> Result<(), Wrong> {
        let chance = u32::try_from(self.chance.next() >> 32).unwrap();
        let Some(tab) = &mut self.tabs[index] else {
            return Ok(());
        };
        let now = self.now + tab.clock;
        if let Event::Typed(form) = &event
            && let Some(old) = tab.outbox.draft(&form.name)
        {
            // The person has seen what was there, and wrote something else.
            self.texts.retain(|_, (_, text, _)| *text != old.text);
        }
        let before = tab.outbox.status().attention;
        let is_answer = matches!(event, Event::Answered { .. });
        let effects = tab.outbox.update(event, now, chance);
        tab.jobs.extend(effects.into_iter().map(Job::Effect));
        let status = tab.outbox.status();
        for refused in status
            .attention
            .iter()
            .filter(|refused| !before.contains(refused))
        {
            let is_open = |form: &String| tab.outbox.draft(form).is_some();
            if is_answer && !refused.form.as_ref().is_none_or(is_open) {
                return Err("draft: one that was refused did not open again".to_owned());
            }
        }
        Ok(())
    }

    /// A tab does one thing. False where it has nothing to do.
    pub fn work(&mut self, index: usize) -> Result<bool, Wrong> {
        let Some(tab) = &mut self.tabs[index] else {
            return Ok(false);
        };
        if tab.is_frozen {
            return Ok(false);
        }
        let serial = tab.serial;
        let Some(job) = tab.jobs.pop_front() else {
            let Some(news) = tab.heard.pop_front() else {
                return Ok(false);
            };
            self.feed(index, Event::Heard(news))?;
            return Ok(true);
        };
        match job {
            Job::Effect(Effect::Keep(row)) => self.keep(index, row)?,
            Job::Append { row, in_database } => self.append(index, row, in_database)?,
            Job::Effect(Effect::Load) => {
                let (rows, _) = self.device.load(usize::MAX);
                self.loaded(index, rows)?;
            }
            Job::Effect(Effect::Tell(news)) => {
                // A channel between tabs promises nothing.
                let is_lost = !self.is_healed && self.chance.one_in(self.channel);
                if is_lost {
                    self.tally.count("news that another tab missed");
                } else if let Some(other) = &mut self.tabs[1 - index] {
                    other.heard.push_back(news);
                }
            }
            Job::Effect(Effect::Send {
                key,
                attempt,
                account,
                request,
            }) => {
                self.check_send(serial, key)?;
                self.packets.push(Packet {
                    serial,
                    key,
                    attempt,
                    account,
                    session: self.device.session.clone(),
                    request,
                    answer: None,
                });
            }
            Job::Effect(Effect::SignOut) => {
                self.tally.count("sign-out");
                self.sign_in(None, false)?;
            }
        }
        Ok(true)
    }

    fn keep(&mut self, index: usize, row: Row) -> Result<(), Wrong> {
        let fails = !self.is_healed && self.chance.one_in(self.storage);
        let put = if fails {
            self.tally.count("database that takes nothing");
            None
        } else {
            self.device.put(&row)
        };
        match put {
            None => {
                if row.entry.is_none() && !fails {
                    // From here on it has gone, even if the tab dies now.
                    self.check_closed(row.id, index)?;
                }
                let job = Job::Append {
                    row,
                    in_database: !fails,
                };
                if let Some(tab) = &mut self.tabs[index] {
                    tab.jobs.push_front(job);
                }
                Ok(())
            }
            Some(there) => {
                self.tally.count("row that another tab had overtaken");
                let (id, version) = (row.id, row.version);
                let event = Event::Stale {
                    id,
                    version,
                    row: there,
                };
                self.feed(index, event)
            }
        }
    }

    fn append(&mut self, index: usize, row: Row, in_database: bool) -> Result<(), Wrong> {
        let fails = !self.is_healed && self.chance.one_in(self.storage);
        if fails {
            self.tally.count("journal that takes nothing");
        } else {
            self.device.append(&row, None);
        }
        let (id, version) = (row.id, row.version);
        let kept = kept(in_database, !fails);
        if kept == Kept::Twice {
            self.promised.insert(id, row.clone());
            if row.entry.is_none() && !id.is_draft() {
                self.buried.insert(id, version);
            }
        }
        if kept == Kept::Nowhere {
            self.tally.count("row that is kept nowhere");
        } else {
            if let Some(number) = self.numbers.get(&id) {
                self.intents[*number].is_saved = true;
            }
            if let Some(Entry::Draft(draft)) = &row.entry {
                // Another tab may have closed the form since the database was given this.
                let is_newest = self.device.rows().get(&id) == Some(&row);
                let serial = self.tabs[index].as_ref().map_or(0, |tab| tab.serial);
                if is_newest {
                    let text = draft.form.text.clone();
                    self.texts.insert(id, (version, text, serial));
                }
            } else if row.entry.is_none() {
                self.check_closed(id, index)?;
            }
        }
        self.feed(index, Event::Kept { id, version, kept })
    }

    /// The session is somebody's now. Tabs that are not told believe in the one before.
    pub fn sign_in(&mut self, account: Option<&str>, is_told_to_all: bool) -> Result<(), Wrong> {
        self.device.session = account.map(str::to_owned);
        self.failed.clear();
        let told = self.chance.below(self.tabs.len());
        for tab in 0..self.tabs.len() {
            if is_told_to_all || tab == told {
                self.feed(tab, Event::Account(self.device.session.clone()))?;
            }
        }
        Ok(())
    }

    pub fn pass(&mut self, milliseconds: u64) -> Result<(), Wrong> {
        self.now += milliseconds;
        for tab in 0..self.tabs.len() {
            if self.tabs[tab].as_ref().is_some_and(|tab| !tab.is_frozen) {
                self.feed(tab, Event::Ticked)?;
            }
        }
        Ok(())
    }

    /// Items on the device that nobody has settled, and whether each was refused.
    pub fn unsettled(&self) -> Vec<(Id, String, String, bool)> {
        let rows = self.device.rows().into_values();
        let items = rows.filter_map(|row| match row.entry {
            Some(Entry::Item(item)) => {
                let is_refused = item.stand != Stand::Waiting;
                Some((row.id, item.account, item.conversation, is_refused))
            }
            _ => None,
        });
        items.collect()
    }
}
