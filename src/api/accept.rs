use axum::http::{HeaderMap, header::ACCEPT_ENCODING};
use store::catalogue::Accepted;

/// Which codings a request accepts, RFC 9110, 12.5.3. Nothing said means none.
///
/// Qualities above zero count alike: the server knows better which coding is smallest.
pub(crate) fn codings(headers: &HeaderMap) -> Accepted {
    let items: Vec<(&str, bool)> = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(item)
        .collect();
    let accepts = |name: &str| {
        let said = |wanted: &str| {
            let found = items
                .iter()
                .find(|(coding, _)| coding.eq_ignore_ascii_case(wanted));
            found.map(|(_, accepted)| *accepted)
        };
        said(name).or_else(|| said("*")).unwrap_or(false)
    };
    Accepted {
        gzip: accepts("gzip"),
        brotli: accepts("br"),
    }
}

/// `br;q=0.5` is the coding `br`, accepted; `br;q=0` is not accepted.
fn item(text: &str) -> (&str, bool) {
    let (coding, parameters) = text.split_once(';').unwrap_or((text, ""));
    let quality = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_quality = name.trim().eq_ignore_ascii_case("q");
        is_quality.then(|| value.trim().parse::<f32>().unwrap_or(0.0))
    });
    (coding.trim(), quality.is_none_or(|quality| quality > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_accepted_unless_its_quality_is_zero() {
        let check = |header: &str, gzip, brotli| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, header.parse().unwrap());
            assert_eq!(codings(&headers), Accepted { gzip, brotli }, "{header}");
        };
        check("", false, false);
        check("gzip, deflate, br, zstd", true, true);
        check("GZIP;q=1.0, br ; q=0", true, false);
        check("gzip;q=0.001", true, false);
        check("*", true, true);
        check("*;q=0.5, gzip;q=0", false, true);
        check("identity", false, false);
        check("gzip;q=much", false, false);
        check("brr, xgzip", false, false);
        assert_eq!(codings(&HeaderMap::new()), Accepted::default());
    }
}
