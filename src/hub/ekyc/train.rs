//! `cargo hub ekyc train`: weights for the recognizer, and the record of how they came about.

use std::fs;

use specimen::training::{Plan, train};

use crate::{trouble::Trouble, workspace::Workspace};

/// Teaches, writes `weights.bin` and `weights.md` into `src/ekyc/read/`.
pub fn run(workspace: &Workspace, steps: usize, seed: u64) -> Result<(), Trouble> {
    let plan = Plan { seed, steps };
    let trained = train(plan, |step, loss| {
        println!("step {step} of {steps}: loss {loss:.4}")
    });
    let record = format!(
        "# How these weights came about\n\n\
         `cargo hub ekyc train --steps {steps} --seed {seed}`: {} patches of generated print,\n\
         each seen once, none kept.\n\n\
         | held-out print, never seen | right |\n|---|---|\n\
         | fonts learned from | {:.2} % |\n| other fonts | {:.2} % |\n\n\
         Right means the likeliest of 38 classes (0 and O count as one).\n\
         Blur up to 0.15 of a capital's height is included.\n\
         The other fonts have strokes through or dots in the zero, and one leans.\n",
        trained.lessons,
        100.0 * trained.known_fonts,
        100.0 * trained.other_fonts,
    );
    let folder = workspace.root.join("src/ekyc/read");
    for (name, bytes) in [
        ("weights.bin", trained.weights.as_slice()),
        ("weights.md", record.as_bytes()),
    ] {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| Trouble::file(&path, &error))?;
    }
    print!("{record}");
    Ok(())
}
