//! A plain text score for markets that bring no search engine of their own: inverse document frequency of the words in
//! common. It knows no synonyms, so what it says is as noisy as what people write.

use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Text {
    products: usize,
    /// Rows by word, each once.
    rows: BTreeMap<String, Vec<u32>>,
}

impl Text {
    #[must_use]
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut rows: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut products = 0;
        for (row, text) in (0..).zip(texts) {
            products += 1;
            for word in split(text) {
                let rows = rows.entry(word).or_default();
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
        }
        Self { products, rows }
    }

    /// Rows with a word in common, and scores in thousandths.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<(u32, i32)> {
        let mut scores = vec![0.0; self.products];
        for word in split(query) {
            let rows = self.rows.get(&word).map(Vec::as_slice).unwrap_or_default();
            let weight = idf(self.products as f64 / (1.0 + rows.len() as f64));
            for row in rows {
                scores[*row as usize] += weight;
            }
        }
        let found = (0u32..).zip(scores).filter(|(_, score)| 0.0 < *score);
        found
            .map(|(row, score)| (row, (score * 1_000.0) as i32))
            .collect()
    }
}

/// Close to the logarithm of a ratio above 1, by roots: ln x is the limit of n (x^(1/n) - 1).
fn idf(ratio: f64) -> f64 {
    let root = (0..5).fold(ratio.max(1.0), |root, _| root.sqrt());
    32.0 * (root - 1.0) + 0.1
}

fn split(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}
