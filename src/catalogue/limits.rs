//! How much the reader takes from anybody, so that no file can exhaust the machine that reads it.

/// Bytes of a file: 64 MB.
pub const FILE_BYTES: usize = 64 << 20;
/// Bytes that a workbook may unpack to: 512 MB. 50,000 products take about 70 MB.
pub const UNPACKED_BYTES: u64 = 512 << 20;
/// Rows of a file under its header.
pub const ROWS: usize = 200_000;
/// Bytes of text that a [`crate::Sheet`] keeps: 128 MB, which a browser can still find room for.
pub const SHEET_BYTES: usize = 128 << 20;
/// Characters of a cell.
pub const CELL_CHARACTERS: usize = 10_000;
/// Cells of a row.
pub const CELLS: usize = 256;
/// Diagnostics of a file; more would only be scrolled past.
pub const DIAGNOSTICS: usize = 10_000;
/// Characters of a name.
pub const NAME_CHARACTERS: usize = 120;
/// Characters of a description, or of any other longer text.
pub const DESCRIPTION_CHARACTERS: usize = 2_000;
