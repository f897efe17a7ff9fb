//! `cargo hub doctor`: which tools are here, which are missing, and what happens about it.

use std::fmt::Write;

use crate::{
    tools::{self, Check},
    trouble::Trouble,
    workspace::Workspace,
};

/// Looks, prints, changes nothing.
pub fn print(workspace: &Workspace) -> Result<(), Trouble> {
    let checks = tools::examine(workspace)?;
    print!("{}", report(&checks));
    println!("\nTools are kept in {}", workspace.cache.display());
    let built = workspace.site().join("index.html").is_file();
    println!(
        "The page is {}",
        if built {
            "built (cargo hub rebuilds what changed)"
        } else {
            "not built yet (cargo hub builds it)"
        }
    );
    Ok(())
}

fn report(checks: &[Check]) -> String {
    let mut text = String::new();
    for check in checks {
        let line = match &check.found {
            Some(found) => format!(
                "✓ {:<16} {}  ({})",
                check.name,
                found.version,
                found.place.display()
            ),
            None => format!(
                "✗ {:<16} missing; {}. What to do: {}",
                check.name, check.purpose, check.remedy
            ),
        };
        writeln!(text, "{line}").expect("writing to a string cannot fail");
    }
    let missing = checks.iter().filter(|check| check.found.is_none()).count();
    let verdict = match missing {
        0 => "All is there.".to_owned(),
        count => format!("{count} of {} missing.", checks.len()),
    };
    writeln!(text, "{verdict}").expect("writing to a string cannot fail");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_comes_with_a_remedy() {
        let missing = Check {
            name: "Trunk",
            purpose: "packs the page",
            found: None,
            remedy: "cargo hub installs it",
        };
        let text = report(&[missing]);
        assert!(text.contains("✗ Trunk"), "{text}");
        assert!(text.contains("cargo hub installs it"), "{text}");
        assert!(text.ends_with("1 of 1 missing.\n"), "{text}");
    }
}
