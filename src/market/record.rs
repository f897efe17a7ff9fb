/// What a supplier's completed orders say of it: sums, so that whoever shows a share shows of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Record {
    pub completed: u32,
    /// Of those, how many left on the day that was agreed or before.
    pub on_time: u32,
    pub reviews: u32,
    /// Stars of all reviews together.
    pub goods: u32,
    pub delivery: u32,
    pub service: u32,
}
