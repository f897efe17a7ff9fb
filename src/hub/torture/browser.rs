//! The browser is killed while it keeps what is written, and every file that it keeps is damaged in turn.

use std::process::ExitCode;

use crate::{
    build,
    progress::History,
    test::end2end,
    tools::{self, Shop},
    trouble::Trouble,
    workspace::Workspace,
};

/// `end2end/tests/outbox_faults.spec.ts` with so many kills and flips. It says what it found.
pub fn kill(
    workspace: &Workspace,
    history: &History,
    kills: u32,
    flips: u32,
) -> Result<ExitCode, Trouble> {
    let shop = Shop { workspace, history };
    build::build(workspace, history)?;
    let (_, browser) = tools::for_test(&shop)?;
    let mut command = end2end::playwright(&shop, &browser)?;
    command
        .args(["--project=desktop", "--retries=0", "outbox_faults.spec"])
        // The built site has the outbox's worker, and nothing else is asked of it.
        .env("HUB_DEMO", workspace.site())
        .env("OUTBOX_KILLS", kills.to_string())
        .env("OUTBOX_FLIPS", flips.to_string());
    let status = command.status().map_err(|error| {
        Trouble::new(
            format!("Node.js does not start: {error}"),
            "type `cargo hub doctor`",
        )
    })?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
