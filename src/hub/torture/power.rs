//! The power is cut again and again: each cut is a copy of the disk as it is at that instant, while the server writes.
//!
//! The server keeps its folder on an ext4 image that lies on XFS, where a copy of a file of any size is made in an
//! instant. The copy holds what had been handed to the disk and nothing of the system's memory, which `kill -9` leaves
//! alone. It models no disk that lies about having written, nor one that writes in another order.

use std::{
    error::Error,
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use domain::Id;

use super::{
    client::Client,
    kill::{self, Toll, Verdict, id, sign_in},
    server::{end, free_address, start},
};
use crate::serve::chain;

/// How large the two images may grow; both are sparse.
const OUTER: &str = "4G";
const INNER: &str = "1G";

/// The server's command, for an address and a folder of data.
type Start = Box<dyn Fn(SocketAddr, &Path) -> Command>;

pub(super) struct Plan {
    pub(super) clients: u64,
    pub(super) cuts: u32,
    /// An empty folder for the images.
    pub(super) folder: PathBuf,
    pub(super) start: Start,
}

/// What all cuts together came to.
#[derive(Debug, Default)]
pub(super) struct Losses {
    pub(super) cuts: u32,
    /// Cuts after which something acknowledged was missing.
    pub(super) cuts_with_loss: u32,
    /// Writes acknowledged before the last cut.
    pub(super) acknowledged: u64,
    /// The most that one cut lost.
    pub(super) worst: u64,
    pub(super) doubled: u64,
    pub(super) gaps: u64,
    /// Copies that do not open, or whose audit log does not hold.
    pub(super) corrupt: u32,
}

impl Losses {
    pub(super) fn is_clean(&self) -> bool {
        self.cuts > 0
            && self.cuts_with_loss == 0
            && self.doubled == 0
            && self.gaps == 0
            && self.corrupt == 0
    }

    /// Whether a cut took away what had been acknowledged.
    pub(super) fn has_loss(&self) -> bool {
        self.cuts_with_loss > 0
    }

    fn add(&mut self, toll: &Toll, verdict: Option<&Verdict>) {
        self.cuts += 1;
        self.acknowledged = toll.acknowledged.len() as u64;
        let Some(verdict) = verdict else {
            self.corrupt += 1;
            return;
        };
        self.cuts_with_loss += u32::from(verdict.lost > 0);
        self.worst = self.worst.max(verdict.lost);
        self.doubled += verdict.doubled;
        self.gaps += verdict.gaps;
        self.corrupt += u32::from(!verdict.audit_is_good);
    }

    pub(super) fn report(&self) -> String {
        format!(
            "cuts          {}\nacknowledged  {}\nwith a loss   {} cuts, at worst {} writes\ndoubled       {}\n\
             feed gaps     {}\ncorrupt       {}\n",
            self.cuts,
            self.acknowledged,
            self.cuts_with_loss,
            self.worst,
            self.doubled,
            self.gaps,
            self.corrupt,
        )
    }
}

/// Needs Linux, its administrator's rights, and the tools that make both file systems.
pub(super) fn run(plan: &Plan) -> Result<Losses, Box<dyn Error>> {
    fs::create_dir_all(&plan.folder)?;
    let outer = Disk::make(
        &plan.folder,
        "outer",
        OUTER,
        &["mkfs.xfs", "-q", "-m", "reflink=1"],
    )?;
    let inner = Disk::make(&outer.mounted, "inner", INNER, &["mkfs.ext4", "-q"])?;
    let address = free_address()?;
    let (mut server, _) = start((plan.start)(address, &inner.mounted.join("data")))?;
    let done = cut_often(plan, address, &inner);
    end(&mut server);
    drop(inner);
    drop(outer);
    done
}

fn cut_often(plan: &Plan, address: SocketAddr, disk: &Disk) -> Result<Losses, Box<dyn Error>> {
    let company = id(0, 0);
    let cookie = sign_in(address, company)?;
    let acknowledged = Mutex::new(Vec::new());
    // Nobody writes while it is counted: only what is under way at a cut can be lost to it.
    let (stop, rest) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|scope| {
        for number in 1..=plan.clients {
            let (stop, rest, acknowledged) = (&stop, &rest, &acknowledged);
            let mut client = Client::new(address);
            client.cookie.clone_from(&cookie);
            scope.spawn(move || write(&mut client, (company, number), (stop, rest), acknowledged));
        }
        let mut losses = Losses::default();
        let mut chance = 1_u64;
        let mut cut = || -> Result<(), Box<dyn Error>> {
            for _ in 0..plan.cuts {
                chance = chance
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                thread::sleep(Duration::from_millis(100 + (chance >> 33) % 900));
                // First what was acknowledged, then the copy: whoever was told by now must be in it.
                let known = acknowledged
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .clone();
                let copy = disk.copy()?;
                rest.store(true, Ordering::Relaxed);
                let toll = Toll {
                    company,
                    acknowledged: known,
                    replays: 0,
                    restarts: Vec::new(),
                };
                let runtime = crate::serve::runtime().map_err(|_| "no threads for the count")?;
                let counted = runtime.block_on(kill::count(&copy.mounted.join("data"), &toll));
                if let Err(error) = &counted {
                    eprintln!("after cut {}: {}", losses.cuts + 1, chain(error));
                }
                losses.add(&toll, counted.as_ref().ok());
                drop(runtime);
                copy.remove()?;
                rest.store(false, Ordering::Relaxed);
            }
            Ok(())
        };
        let result = cut();
        stop.store(true, Ordering::Relaxed);
        result.map(|()| losses)
    })
}

/// Saves one draft after the other, and notes each when it has been acknowledged.
fn write(
    client: &mut Client,
    (company, number): (Id, u64),
    (stop, rest): (&AtomicBool, &AtomicBool),
    acknowledged: &Mutex<Vec<Id>>,
) {
    for count in 0.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        while rest.load(Ordering::Relaxed) && !stop.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(5));
        }
        let draft = id(number, count);
        let path = format!("/v1/companies/{company}/drafts/{draft}");
        let key = format!("idempotency-key: power-{number}-{count}\r\n");
        let body = format!(r#"{{"kind":"product","content":{{"number":{count}}}}}"#);
        let answer = client.send("PUT", &path, &key, &body);
        if answer.is_ok_and(|answer| answer.status == 201) {
            acknowledged
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(draft);
        }
    }
}

/// A file with a file system in it, and where that is mounted; taken down when dropped.
struct Disk {
    image: PathBuf,
    mounted: PathBuf,
}

impl Disk {
    fn make(folder: &Path, name: &str, size: &str, mkfs: &[&str]) -> io::Result<Self> {
        let image = folder.join(format!("{name}.img"));
        tool("truncate", &["-s".as_ref(), size.as_ref(), &image])?;
        let words: Vec<&Path> = mkfs[1..]
            .iter()
            .map(Path::new)
            .chain([image.as_path()])
            .collect();
        tool(mkfs[0], &words)?;
        Self::mount(folder, name, image)
    }

    fn mount(folder: &Path, name: &str, image: PathBuf) -> io::Result<Self> {
        let mounted = folder.join(name);
        fs::create_dir_all(&mounted)?;
        tool("mount", &["-o".as_ref(), "loop".as_ref(), &image, &mounted])?;
        Ok(Self { image, mounted })
    }

    /// The disk as it is now, mounted as after the power came back.
    fn copy(&self) -> io::Result<Self> {
        let folder = self.image.parent().unwrap_or(Path::new("/"));
        let image = folder.join("copy.img");
        tool("cp", &["--reflink=always".as_ref(), &self.image, &image])?;
        Self::mount(folder, "copy", image)
    }

    fn remove(self) -> io::Result<()> {
        let image = self.image.clone();
        drop(self);
        fs::remove_file(image)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Nothing better can be done about a failure than to go on; `mount` says what is left.
        let _ = tool("umount", &[&self.mounted]);
    }
}

fn tool(name: &str, words: &[&Path]) -> io::Result<()> {
    let status = Command::new(name)
        .args(words)
        .status()
        .map_err(|error| io::Error::new(error.kind(), format!("{name} does not start: {error}")))?;
    if status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{name} failed: {status}")))
}
