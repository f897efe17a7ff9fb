//! Session tokens: 256 bits that say nothing, in a cookie that scripts cannot read. The server keeps hashes only.

use axum::http::{HeaderMap, HeaderValue, header::COOKIE};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use market::session;
use sha2::{Digest as _, Sha256};
use store::account::Digest;

use crate::{chance, problem::Error};

/// `__Host-`: browsers take it over TLS from this very host only, and send it nowhere else.
const COOKIE_NAME: &str = "__Host-sid";

/// A token on its way to the browser.
pub(crate) struct Token([u8; 32]);

impl Token {
    pub(crate) fn new() -> Result<Self, Error> {
        chance::bytes().map(Self)
    }

    pub(crate) fn digest(&self) -> Digest {
        Sha256::digest(self.0).into()
    }

    /// `set-cookie` that keeps it for as long as the session may last.
    ///
    /// Lax, not strict: links from mail and chat should find their reader signed in.
    pub(crate) fn cookie(&self) -> HeaderValue {
        let (token, seconds) = (URL_SAFE_NO_PAD.encode(self.0), session::LASTS / 1000);
        let text = format!(
            "{COOKIE_NAME}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}"
        );
        HeaderValue::try_from(text).expect("base64 and plain words")
    }
}

/// `set-cookie` that has the browser forget its token.
pub(crate) fn forgotten() -> HeaderValue {
    let text = format!("{COOKIE_NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    HeaderValue::try_from(text).expect("plain words")
}

/// Of the token that came with a request, if one came.
pub(crate) fn digest(headers: &HeaderMap) -> Option<Digest> {
    let values = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let token = values
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='))?;
    let bytes: [u8; 32] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
    Some(Sha256::digest(bytes).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_among_other_cookies() {
        let token = Token([7; 32]);
        let cookie = token.cookie();
        let pair = cookie
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let check = |text: &str, found: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, text.parse().unwrap());
            assert_eq!(digest(&headers), found.then(|| token.digest()), "{text}");
        };
        check(&pair, true);
        check(&format!("a=b; {pair} ; c=d"), true);
        check(&pair.replace("__Host-", ""), false);
        check(&pair[..pair.len() - 1], false);
        check("__Host-sid=", false);
        assert_eq!(digest(&HeaderMap::new()), None);
    }
}
