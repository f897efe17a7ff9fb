//! Debian's packages, where we are the system's administrator.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::Shop;
use crate::trouble::Trouble;

/// Whether this is Debian and we may install something in it.
pub fn may_install() -> bool {
    is_debian() && is_root()
}

/// Refreshes the list of packages, then installs these.
pub fn install(shop: &Shop<'_>, text: &str, key: &str, packages: &[&str]) -> Result<(), Trouble> {
    shop.install(
        "Refreshing Debian's list of packages",
        "apt-update",
        apt(&["update"]),
        "check the network, then try again",
    )?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    let next = "run `apt-get update` and look at what it says";
    shop.install(text, key, apt(&arguments), next)
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Ubuntu names itself differently, on purpose: its chromium package is only a pointer to a snap.
fn is_debian() -> bool {
    fs::read_to_string(Path::new("/etc/os-release"))
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .stdin(Stdio::null())
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
