//! The compiler's wasm32-unknown-unknown target, and its formatter and linter.

use std::process::{Command, Stdio};

use super::{Found, Shop, which::which};
use crate::{trouble::Trouble, workspace::Workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// The target's libraries, in the folder of the compiler that builds this project.
pub fn find(workspace: &Workspace) -> Option<Found> {
    let output = workspace
        .command("rustc")
        .args(["--print", "sysroot"])
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let sysroot = String::from_utf8(output.stdout).ok()?;
    let place = std::path::Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET);
    place.is_dir().then(|| Found {
        version: TARGET.to_owned(),
        place,
    })
}

/// Finds it, or has rustup add it.
pub fn ensure(shop: &Shop<'_>) -> Result<(), Trouble> {
    if find(shop.workspace).is_some() {
        return Ok(());
    }
    let rustup = which("rustup").ok_or_else(|| {
        Trouble::new(
            format!("your Rust compiler lacks the target {TARGET}, and there is no rustup to add it"),
            "install Rust with rustup, or add the package of your system that brings Rust's wasm32 target",
        )
    })?;
    let mut command = Command::new(rustup);
    command
        .current_dir(&shop.workspace.root)
        .args(["target", "add", TARGET]);
    shop.install(
        "Adding Rust's WebAssembly target",
        "install-wasm-target",
        command,
        "check the network, then try again",
    )
}

/// `cargo fmt` and `cargo clippy`, which the tests use and a minimal toolchain lacks.
pub fn ensure_components(shop: &Shop<'_>) -> Result<(), Trouble> {
    let missing: Vec<&str> = [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")]
        .into_iter()
        .filter(|(_, program)| {
            let answer = shop
                .workspace
                .command(program)
                .arg("--version")
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            !answer.is_ok_and(|status| status.success())
        })
        .map(|(component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut command = shop.workspace.command("rustup");
    command.args(["component", "add"]).args(&missing);
    shop.install(
        &format!("Adding {}", missing.join(" and ")),
        "install-components",
        command,
        "check the network, then try again",
    )
}
