//! What is measured without a browser, by the benchmark of the search room: indexing, the market, the sharded curve.

use std::fmt::Write;

use crate::{progress::run, search::set::judged_folder, tools::Shop, trouble::Trouble};

/// Lines `search.<name> <number>` of the room's benchmark.
#[derive(Default)]
pub struct Native {
    values: Vec<(String, f64)>,
}

/// Sizes of the synthetic catalogue.
const SIZES: [&str; 3] = ["10000", "100000", "1000000"];

impl Native {
    pub fn value(&self, name: &str) -> Option<f64> {
        let mut values = self.values.iter();
        values
            .find(|(known, _)| known == name)
            .map(|(_, value)| *value)
    }

    /// The bytes that a query fetches, by size of the catalogue; nothing where it was not measured.
    pub fn curve(&self) -> String {
        let figure = |size: &str, what: &str| self.value(&format!("sharded_{size}_{what}"));
        if figure(SIZES[0], "warm_p95").is_none() {
            return String::new();
        }
        let mut text = String::from(
            "\nA synthetic catalogue cut into static files: what one query fetches.\n\n\
             | products | dictionary kept, p50 | p95 | nothing kept, p50 | p95 | rounds, p95 | root | all files |\n\
             |--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        for size in SIZES {
            let kilobytes = |what| {
                figure(size, what).map_or("–".to_owned(), |bytes| {
                    format!("{:.1} KB", bytes / 1000.0)
                })
            };
            let count =
                |what| figure(size, what).map_or("–".to_owned(), |count| format!("{count:.0}"));
            writeln!(
                text,
                "| {size} | {} | {} | {} | {} | {} | {} | {} |",
                kilobytes("warm_p50"),
                kilobytes("warm_p95"),
                kilobytes("cold_p50"),
                kilobytes("cold_p95"),
                count("rounds_p95"),
                kilobytes("root"),
                kilobytes("bytes"),
            )
            .expect("writing to a string cannot fail");
        }
        text
    }
}

/// Orders of a simulated market, as the room's benchmark calls them, in words.
const ORDERS: [(&str, &str); 6] = [
    ("weighed", "matching, weights as the buyer sets them"),
    ("matching", "matching, weights as they are at first"),
    ("rating", "by rating"),
    ("price", "by price"),
    ("text", "by words alone"),
    ("chance", "by chance"),
];

impl Native {
    /// How near each order comes to the best one on simulated markets.
    pub fn market(&self) -> String {
        let rows: Vec<String> = ORDERS
            .iter()
            .filter_map(|(key, order)| {
                let ndcg = self.value(&format!("market_{key}"))?;
                let within = self.value(&format!("market_{key}_within"))?;
                Some(format!("| {order} | {ndcg:.3} ± {within:.3} |\n"))
            })
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        format!(
            "\nOffers for a need on [simulated markets](src/search/matching/MARKET.md) with hidden preferences: \
             how near an order comes to the best one.\n\n\
             | order | nDCG@10 |\n|---|--:|\n{}",
            rows.concat()
        )
    }
}

/// Runs the room's benchmark; empty, with a word about it, when it fails.
pub fn measure(shop: &Shop<'_>) -> Native {
    measured(shop).unwrap_or_else(|trouble| {
        eprintln!("{trouble}");
        Native::default()
    })
}

fn measured(shop: &Shop<'_>) -> Result<Native, Trouble> {
    let mut command = shop.workspace.cargo();
    command.args(["bench", "--locked", "--package", "search"]);
    command.args(["--profile", "native", "--bench", "measure"]);
    if let Some(folder) = judged_folder() {
        command.env("SEARCH_BENCH_DIR", folder);
    }
    let logs = shop.workspace.logs();
    let finished = run("Indexing", "bench-index", command, &logs, shop.history)?.or_trouble(
        "the search room's benchmark did not run",
        "mend what the lines above name",
    )?;
    Ok(Native {
        values: values(&finished.output),
    })
}

fn values(output: &str) -> Vec<(String, f64)> {
    let lines = output.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("search.")?.split_once(' ')?;
        Some((name.to_owned(), value.trim().parse().ok()?))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_among_other_lines() {
        let values = values("Running benches\nsearch.build_per_second 25000.5\nsearch.odd\n");
        assert_eq!(values, [("build_per_second".to_owned(), 25000.5)]);
    }
}
