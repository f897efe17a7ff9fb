//! How often a term stands in the fields of a document.

use crate::document::Field;

/// The counts of both descriptions.
pub(super) const DESCRIBED: u32 = 0xff << (4 * Field::DescriptionEn as u32);
const ONE_EACH: u32 = 0x1111_1111;

/// How often a term stands in each field: four bits a field, in the order of [`Field`].
///
/// Counts are kept up to 3 in names and descriptions and up to 1 elsewhere, and in a description only up to 1 when a name
/// has the term: beyond that they say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counts(pub u32);

impl Counts {
    /// How often the term stands in this field.
    pub fn of(self, field: Field) -> u32 {
        self.0 >> (4 * field as u32) & 15
    }

    /// How often it stands in the description of a product whose name has it says nothing more, and costs a byte.
    pub(super) fn settled(self) -> Counts {
        let described = self.0 & DESCRIBED;
        if self.named() {
            Counts(self.0 & !DESCRIBED | (described | described >> 1) & ONE_EACH & DESCRIBED)
        } else {
            self
        }
    }

    /// Whether it stands in a name.
    pub fn named(self) -> bool {
        self.0 & 0xff != 0
    }
}

/// Up to where occurrences in a field are counted.
///
/// On judged queries a second and third occurrence in a description move the right products up, a fourth does not; in
/// lists of attributes or codes repetition is an accident of the supplier's form.
pub fn most(field: Field) -> u32 {
    match field {
        Field::NameEn | Field::NameZh | Field::DescriptionEn | Field::DescriptionZh => 3,
        Field::Codes | Field::Category | Field::Attributes | Field::Supplier => 1,
    }
}
