//! How long the catalogue room takes to read and check 50,000 rows.

use super::{at_most, table::Row};
use crate::{progress::run, tools::Shop, trouble::Trouble};

const NAME: &str = "catalogue.read_50000_rows_ms";

/// Runs the room's own benchmark, which prints `catalogue.read_50000_rows_ms N`.
pub fn read(shop: &Shop<'_>) -> Result<Vec<Row>, Trouble> {
    let mut command = shop.workspace.cargo();
    command.args(["bench", "--locked", "--package", "catalogue"]);
    command.args(["--profile", "native", "--bench", "read"]);
    let logs = shop.workspace.logs();
    let finished = run(
        "Reading 50,000 rows",
        "bench-rows",
        command,
        &logs,
        shop.history,
    )?
    .or_trouble(
        "the benchmark did not run",
        "mend what the lines above name",
    )?;
    let millis = value_of(&finished.output).ok_or_else(|| {
        Trouble::new(
            format!("the benchmark printed no `{NAME}`"),
            format!("look at {}", finished.log.display()),
        )
    })?;
    Ok(vec![at_most(
        "catalogue of 50,000 rows read and checked, native",
        millis / 1000.0,
        "s",
        2.0,
        "",
    )])
}

fn value_of(output: &str) -> Option<f64> {
    output
        .lines()
        .find_map(|line| line.trim().strip_prefix(NAME))
        .and_then(|value| value.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_is_found_among_other_lines() {
        let output = "Running benches/read.rs\ncatalogue.read_50000_rows_ms 412.5\n";
        assert_eq!(value_of(output), Some(412.5));
        assert_eq!(value_of("catalogue.read_1_rows_ms 1"), None);
    }
}
