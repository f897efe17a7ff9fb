//! Paper, writing, filing, desk tools, boards and furniture.

pub mod board;
pub mod desk_tool;
pub mod file;
pub mod furniture;
pub mod paper;
pub mod writing;
