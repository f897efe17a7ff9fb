use std::ops::ControlFlow;

use crate::diagnostic::Problem;
use crate::table;

/// The first visible sheet as text: a line a row, a tab between cells, as somebody gets it who copies the cells. A line of
/// the text has the number of its row. Stops behind `most` bytes: a longer text is not read to its end.
///
/// # Errors
///
/// What is wrong with the file as a whole.
pub fn tabbed(bytes: &[u8], most: usize) -> Result<String, Problem> {
    let mut text = String::new();
    let mut written = 0;
    table::lines(bytes, &mut |line| {
        if line.is_blank() {
            return ControlFlow::Continue(());
        }
        // Rows that were left out because nothing stands in them.
        let gap = line.number.saturating_sub(written + 1) as usize;
        if most < text.len().saturating_add(gap) {
            text.push('\n');
            text.extend(std::iter::repeat_n(
                ' ',
                most.saturating_sub(text.len()) + 1,
            ));
            return ControlFlow::Break(());
        }
        text.extend(std::iter::repeat_n('\n', gap));
        for (at, cell) in line.cells.iter().enumerate() {
            if 0 < at {
                text.push('\t');
            }
            text.extend(
                cell.chars()
                    .map(|one| if one.is_control() { ' ' } else { one }),
            );
        }
        text.push('\n');
        written = line.number;
        if most < text.len() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::{Stored, workbook};

    const MOST: usize = 1 << 16;

    fn rows(rows: &[(u32, &[&str])]) -> Vec<u8> {
        let rows = rows.iter().map(|(row, cells)| {
            let cells = cells.iter().map(|cell| Stored::Inline((*cell).to_owned()));
            (*row, cells.collect())
        });
        let rows: Vec<(u32, Vec<Stored>)> = rows.collect();
        workbook(&rows)
    }

    #[test]
    fn rows_keep_their_numbers_and_cells_their_places() {
        let bytes = rows(&[
            (1, &["品名", "数量"]),
            (2, &["Hex bolt\tM8\nx 40", "5000"]),
            (4, &["", "12"]),
        ]);
        let text = tabbed(&bytes, MOST);
        assert_eq!(
            text.as_deref(),
            Ok("品名\t数量\nHex bolt M8 x 40\t5000\n\n\t12\n")
        );
    }

    #[test]
    fn what_is_too_long_says_so_by_its_length() {
        let many: Vec<(u32, &[&str])> = (1..100).map(|row| (row, &["a bolt"] as &[&str])).collect();
        let text = tabbed(&rows(&many), 50).expect("it is a workbook");
        assert!((51..70).contains(&text.len()), "{}", text.len());
        let far = rows(&[(1_000_000, &["a bolt"])]);
        assert_eq!(tabbed(&far, 50).expect("it is a workbook").len(), 51);
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..400), start in any::<bool>()) {
            let mut bytes = bytes;
            if start {
                bytes.splice(0..0, *b"PK\x03\x04");
            }
            if let Ok(text) = tabbed(&bytes, 100) {
                prop_assert!(text.len() <= 100 + 3 * bytes.len() + 2);
            }
        }
    }
}
