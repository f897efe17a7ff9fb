//! Protection of hands, feet, head, eyes, ears and lungs; clothing, fall arrest, fire, signs.

pub mod breath;
pub mod clothing;
pub mod fall;
pub mod fire;
pub mod head;
pub mod limb;
pub mod sign;
