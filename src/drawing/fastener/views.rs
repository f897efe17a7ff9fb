//! A side view and an end view on one sheet: beside each other or one above the other,
//! whichever leaves the part larger.

use crate::pen::{Point, Sketch, at};

pub struct Views {
    /// Where the end view is centred.
    pub end: Point,
    /// Frame units to a millimetre.
    pub scale: f64,
}

impl Views {
    /// The side view reaches from `left` to `right` and `half` to both sides of the axis y = 0;
    /// the end view is a circle or less of radius `end`.
    pub fn lay(left: f64, right: f64, half: f64, end: f64) -> Views {
        let length = right - left;
        let beside_width = (length + 2.0 * end) * 1.12;
        let beside_gap = beside_width - length - 2.0 * end;
        let beside = Sketch::scale_for(beside_width, 2.0 * half.max(end));
        let stacked_gap = (length * 0.15).max(end * 0.45);
        let stacked_height = 2.0 * (half + end) + stacked_gap;
        let stacked = Sketch::scale_for(length, stacked_height);
        if stacked <= beside * 1.15 {
            return Views {
                end: at(left - beside_gap - end, 0.0),
                scale: beside,
            };
        }
        Views {
            end: at(left + end, half + stacked_gap + end),
            scale: stacked,
        }
    }

    /// Cross-shaped centre lines over the end view.
    pub fn cross(&self, s: &mut Sketch, radius: f64) {
        let (x, y, r) = (self.end.x, self.end.y, radius * 1.06);
        s.center(format!("M{} {y}H{}M{x} {}V{}", x - r, x + r, y - r, y + r));
    }
}
