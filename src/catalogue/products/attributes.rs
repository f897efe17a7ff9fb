use domain::{Attribute, CasNumber, UnNumber, Value};

use crate::diagnostic::Problem;
use crate::dictionary::Dictionary;
use crate::row::Row;

/// Reads a cell of `key=value`, joined with `;`. What is wrong or unknown is reported and not returned.
pub(crate) fn read(
    row: &mut Row<'_>,
    column: impl Into<usize>,
    dictionary: &Dictionary,
) -> Vec<Attribute> {
    let column = column.into();
    let mut attributes: Vec<Attribute> = Vec::new();
    for part in row.parts(column) {
        match attribute(part, &attributes, dictionary) {
            Ok(attribute) => attributes.push(attribute),
            Err(problem) => row.refuse_part(column, part, problem),
        }
    }
    attributes
}

fn attribute(
    part: &str,
    before: &[Attribute],
    dictionary: &Dictionary,
) -> Result<Attribute, Problem> {
    let (key, value) = part.split_once('=').ok_or(Problem::AttributeForm)?;
    let key = dictionary
        .attribute(key.trim())
        .ok_or(Problem::UnknownAttribute)?;
    if before.iter().any(|have| have.key == key.key) {
        return Err(Problem::RepeatedAttribute);
    }
    let kind = key.kind;
    let value =
        Value::parse(value, kind).map_err(|error| Problem::AttributeValue { kind, error })?;
    Ok(Attribute {
        key: key.key.clone(),
        value: checked(&key.key, value)?,
    })
}

/// Numbers that say what a dangerous good is are worth their check digit, and one way to write them.
fn checked(key: &str, value: Value) -> Result<Value, Problem> {
    match (key, value) {
        ("cas_number", Value::Code(code)) => {
            let number: CasNumber = code.parse().map_err(Problem::CasNumber)?;
            Ok(Value::Code(number.to_string()))
        }
        ("un_number", Value::Code(code)) => {
            let number: UnNumber = code.parse().map_err(|_| Problem::UnNumber)?;
            Ok(Value::Code(number.to_string()))
        }
        (_, value) => Ok(value),
    }
}
