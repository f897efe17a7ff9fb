use crate::secret::Secret;

/// The name field: primary identifier, two fillers, secondary identifier, parts separated by one filler, fillers to the end.
pub(super) struct Name {
    pub primary: Secret,
    pub secondary: Secret,
    /// The field is full to its last place, so parts of the name may be missing (Doc 9303 part 3, 4.6).
    pub may_be_cut: bool,
}

/// Whether fillers stand only where they may: never first, at most two in a row, and two at most once.
pub(super) fn is_name(field: &[u8]) -> bool {
    let body = body(field);
    let (primary, secondary) = halves(body);
    let is_identifier = |part: &[u8]| {
        part.split(|byte| *byte == b'<')
            .all(|word| !word.is_empty())
    };
    is_identifier(primary) && (secondary.is_empty() || is_identifier(secondary))
}

/// Of a field for which [`is_name`] holds.
pub(super) fn name(field: &[u8]) -> Name {
    let (primary, secondary) = halves(body(field));
    let with_blanks = |part: &[u8]| {
        let letters = part.iter().map(|byte| {
            if *byte == b'<' {
                ' '
            } else {
                char::from(*byte)
            }
        });
        Secret::new(letters.collect())
    };
    Name {
        primary: with_blanks(primary),
        secondary: with_blanks(secondary),
        may_be_cut: field.last().is_some_and(|byte| *byte != b'<'),
    }
}

fn body(field: &[u8]) -> &[u8] {
    let end = field
        .iter()
        .rposition(|byte| *byte != b'<')
        .map_or(0, |last| last + 1);
    &field[..end]
}

fn halves(body: &[u8]) -> (&[u8], &[u8]) {
    match body.windows(2).position(|pair| pair == b"<<") {
        Some(at) => (&body[..at], &body[at + 2..]),
        None => (body, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_two_identifiers() {
        let check = |field: &str, expected: Option<(&str, &str, bool)>| {
            let field = field.as_bytes();
            let found = is_name(field).then(|| name(field));
            let found = found.as_ref().map(|name| {
                (
                    name.primary.expose(),
                    name.secondary.expose(),
                    name.may_be_cut,
                )
            });
            assert_eq!(found, expected);
        };
        check(
            "ERIKSSON<<ANNA<MARIA<<<<",
            Some(("ERIKSSON", "ANNA MARIA", false)),
        );
        check(
            "VAN<DER<MUELLEN<<LISA",
            Some(("VAN DER MUELLEN", "LISA", true)),
        );
        check("ARKFREITH<<<<<<", Some(("ARKFREITH", "", false)));
        check("<ERIKSSON<<ANNA", None);
        check("ERIKSSON<<<ANNA<<<", None);
        check("ERIKSSON<<ANNA<<MARIA<<", None);
        check("<<<<<<", None);
        check("", None);
    }
}
