//! Where things lie: the project's folder, the per-user cache, the folders that builds write to.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use blobs::Blobs;

use crate::{serve::chain, trouble::Trouble};

/// The project's folder and the per-user cache folder that a fresh clone finds again.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The folder that holds the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Tools and npm packages, shared by all clones of this user.
    pub cache: PathBuf,
    /// The address of a PostgreSQL database to keep everything in, instead of in the folder `data`.
    pub database: Option<String>,
    /// The bucket to keep photographs in, `s3://name`, instead of in the folder `data`.
    pub blobs: Option<String>,
}

/// The variable that may name it.
pub const DATABASE_URL: &str = "DATABASE_URL";
/// The variable that may name the bucket.
pub const BLOBS: &str = "HUB_BLOBS";

impl Workspace {
    /// Looks upwards from the current folder for the project, and finds the cache folder.
    pub fn find() -> Result<Self, Trouble> {
        let here = env::current_dir().map_err(|error| Trouble::file(Path::new("."), &error))?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("src/hub/Cargo.toml").is_file())
            .ok_or_else(|| {
                Trouble::new(
                    "this is not a folder of the Asia SME Hub",
                    "change into the project's folder, then type `cargo hub` again",
                )
            })?;
        let cache = dirs::cache_dir().ok_or_else(|| {
            Trouble::new(
                "your account has no home folder to keep tools in",
                "set the variable XDG_CACHE_HOME to a folder you may write to",
            )
        })?;
        Ok(Self {
            root: root.to_owned(),
            cache: cache.join("asia-sme-hub"),
            database: env::var(DATABASE_URL).ok().filter(|url| !url.is_empty()),
            blobs: env::var(BLOBS).ok().filter(|address| !address.is_empty()),
        })
    }

    /// The page as Trunk builds it, joined by the catalogue: what the server hands out.
    pub fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// The catalogue's parts before they join the site.
    pub fn catalogue(&self) -> PathBuf {
        self.root.join("target/catalogue")
    }

    /// The hub's own notes: stamps, logs, compressed files.
    pub fn notes(&self) -> PathBuf {
        self.root.join("target/hub")
    }

    /// One log a step.
    pub fn logs(&self) -> PathBuf {
        self.notes().join("logs")
    }

    /// The static demonstration.
    pub fn demonstration(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the server keeps: orders, accounts, uploads.
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// Where the photographs of a server with this folder lie.
    pub fn blobs_of(&self, data: &Path) -> Result<Blobs, Trouble> {
        let blobs = match &self.blobs {
            Some(address) => Blobs::bucket(address, env::vars()),
            None => Blobs::folder(&data.join("blobs")),
        };
        blobs.map_err(|error| {
            Trouble::new(
                format!("there is no place for photographs: {}", chain(&error)),
                "see that the folder may be written to, or that the bucket and the variables AWS_… are right",
            )
        })
    }

    /// A command that runs in the project's folder.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        forget_cargo_run(&mut command);
        command
    }

    /// Cargo, for the project itself.
    pub fn cargo(&self) -> Command {
        self.command(cargo_program())
    }

    /// Cargo, for tools that are not part of the project: neither its settings nor its target folder apply.
    pub fn foreign_cargo(&self) -> Command {
        let mut command = Command::new(cargo_program());
        command.current_dir(&self.cache);
        forget_cargo_run(&mut command);
        for name in [
            "CARGO_TARGET_DIR",
            "CARGO_BUILD_TARGET_DIR",
            "CARGO_BUILD_TARGET",
            "RUSTC_BOOTSTRAP",
            "RUSTFLAGS",
            "CARGO_ENCODED_RUSTFLAGS",
        ] {
            command.env_remove(name);
        }
        command
    }
}

/// The Cargo that started us, so that both speak of the same toolchain.
fn cargo_program() -> std::ffi::OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// `cargo run` describes the hub's own package to us; commands that we start must not take it for theirs.
fn forget_cargo_run(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"]
            .iter()
            .any(|prefix| text.starts_with(prefix))
        {
            command.env_remove(&name);
        }
    }
}
