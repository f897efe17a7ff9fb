//! A request and its answer.

use api_types::problem::{self, Code, FieldError, Problem};
use domain::Id;
use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::Uint8Array;
use serde::{Serialize, de::DeserializeOwned};
use thiserror::Error;
use web_sys::RequestCache;

use crate::demo::{self, Call};

/// Which page of ours asks: no form can set a header, and no other site's script may set this one.
const CLIENT: (&str, &str) = ("hub-client", "office");
const KEY: &str = "idempotency-key";

/// Why something was not answered or not done.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// No answer: it may have been done. The same request with the same key may be sent again.
    #[error("no answer from the network")]
    Offline,
    /// Somebody answered who is no hub: a host of files only, a hotspot.
    #[error("not an answer of the hub")]
    NoHub,
    /// An answer that makes no sense here: a newer version may be needed.
    #[error("the answer cannot be read")]
    Broken,
    #[error("refused: {code:?}")]
    Problem {
        code: Code,
        errors: Vec<FieldError>,
        /// Seconds after which another try makes sense.
        retry_after: Option<u32>,
    },
}

impl Refused {
    /// The code, where the hub gave one.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        match self {
            Refused::Problem { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// Whether the hub has decided: then the same press of a button need not be sent again.
    #[must_use]
    pub fn is_definite(&self) -> bool {
        !matches!(
            self.code(),
            None | Some(Code::Busy | Code::Internal | Code::StorageFull)
        )
    }
}

/// A request on its way.
pub(super) struct Ask {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Vec<u8>>,
}

impl Ask {
    /// `path`: below the hub's root, such as `v1/me`.
    pub fn new(method: Method, path: &str) -> Self {
        Self {
            method,
            path: path.to_owned(),
            headers: vec![(CLIENT.0, CLIENT.1.to_owned())],
            body: None,
        }
    }

    pub fn get(path: &str) -> Self {
        Self::new(Method::GET, path)
    }

    pub fn body(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_vec(body).ok();
        self.with("content-type", "application/json".to_owned())
    }

    pub fn file(mut self, media: &str, bytes: Vec<u8>) -> Self {
        self.body = Some(bytes);
        self.with("content-type", media.to_owned())
    }

    /// What the person did, however often it is sent.
    pub fn key(self, key: Id) -> Self {
        self.with(KEY, key.to_string())
    }

    /// The version that the person saw.
    pub fn seen(self, version: u64) -> Self {
        self.with("if-match", format!("\"{version}\""))
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Sends it, and reads the answer's body.
    pub async fn read<T: DeserializeOwned>(self) -> Result<T, Refused> {
        let text = self.text().await?;
        serde_json::from_str(&text).map_err(|_| Refused::Broken)
    }

    /// Sends it; that it was done is all there is to know.
    pub async fn done(self) -> Result<(), Refused> {
        self.text().await.map(drop)
    }

    async fn text(self) -> Result<String, Refused> {
        if demo::is_here() {
            let bytes = self.played().await?;
            return String::from_utf8(bytes).map_err(|_| Refused::Broken);
        }
        let mut request = RequestBuilder::new(&self.path).header("accept", "application/json");
        if self.method == Method::GET {
            request = request.cache(RequestCache::NoCache);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.method(self.method);
        let response = match self.body {
            Some(body) => {
                let body = Uint8Array::from(body.as_slice());
                let request = request.body(body).map_err(|_| Refused::Broken)?;
                request.send().await
            }
            None => request.send().await,
        };
        let response = response.map_err(|_| Refused::Offline)?;
        let kind = response
            .headers()
            .get("content-type")
            .unwrap_or_default()
            .to_ascii_lowercase();
        if kind.starts_with(problem::MEDIA_TYPE) {
            return Err(refused(&response).await);
        }
        let is_ours = response.status() == 204 || kind.starts_with("application/json");
        if !response.ok() || !is_ours {
            return Err(Refused::NoHub);
        }
        response.text().await.map_err(|_| Refused::Offline)
    }

    /// The same where the hub is a thread of this browser.
    pub async fn played(self) -> Result<Vec<u8>, Refused> {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let headers = self.headers.into_iter();
        let call = Call {
            method: self.method.to_string(),
            path: format!("/{path}"),
            query: query.to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            body: self.body.unwrap_or_default(),
            session: None,
        };
        let answer = demo::call(demo::named(call)).await;
        let answer = answer.map_err(|_| Refused::Offline)?;
        if answer.is_problem {
            return Err(read_problem(answer.text(), None));
        }
        Ok(answer.body)
    }
}

async fn refused(response: &Response) -> Refused {
    // The network did not bring all of it in time: as good as no answer.
    if response.status() == 408 {
        return Refused::Offline;
    }
    let retry_after = response.headers().get("retry-after");
    let retry_after = retry_after.and_then(|seconds| seconds.trim().parse().ok());
    let Ok(text) = response.text().await else {
        return Refused::Offline;
    };
    read_problem(&text, retry_after)
}

fn read_problem(text: &str, retry_after: Option<u32>) -> Refused {
    match serde_json::from_str::<Problem>(text) {
        Ok(problem) => Refused::Problem {
            code: problem.code,
            errors: problem.errors,
            retry_after,
        },
        Err(_) => Refused::Broken,
    }
}
