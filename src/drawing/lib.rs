//! A shape and its dimensions in; an SVG line drawing out, in the manner of an engineering catalogue.
//!
//! Start at [`draw`]. Each family of shapes has a folder; all of them draw with `pen`,
//! in millimetres or in any unit that suits, and the pen fits the sketch into one frame.
//!
//! This room never reads a file or a clock, and the same dimensions give the same bytes.
//! Its SVG holds presentation attributes only, takes its colour from the text around it,
//! and has no ids inside: it can stand in a sprite and be shown by `<use>`.

mod dimensions;
mod pen;
mod shape;

mod container;
mod electrical;
mod fastener;
mod medical;
mod office;
mod packaging;
mod safety;
mod tool;

#[cfg(test)]
mod tests;

pub use dimensions::Dimensions;
pub use shape::{ParseShapeError, Shape};

/// Two layers of SVG elements (without the `<svg>` around them) in the same coordinates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The value of the `viewBox` attribute; the same 4:3 frame for every drawing.
    pub view_box: &'static str,
    /// The thing itself.
    pub shape: String,
    /// Dimension lines and numbers to lay over it; empty where no dimension is known.
    pub dimensions: String,
}

/// Draws a shape in the proportions of its dimensions, with usual ones where they are unknown.
pub fn draw(shape: Shape, dimensions: &Dimensions) -> Drawing {
    let mut sketch = pen::Sketch::default();
    shape.sketch(&mut sketch, dimensions);
    sketch.finish()
}

/// The drawing as `<symbol>` elements for a sprite: the shape under `id` and, where there
/// are dimensions, their layer under `id~d`. The id is escaped.
pub fn symbol(id: &str, drawing: &Drawing) -> String {
    let id = pen::escaped(id);
    let view_box = drawing.view_box;
    let one = |suffix: &str, content: &str| {
        format!(r#"<symbol id="{id}{suffix}" viewBox="{view_box}">{content}</symbol>"#)
    };
    let mut symbols = one("", &drawing.shape);
    if !drawing.dimensions.is_empty() {
        symbols.push_str(&one("~d", &drawing.dimensions));
    }
    symbols
}
