//! Versions, as the description tells of them: the tag in an answer, the tag in the next request, and what happens where
//! the two differ.

use market::access::{Line, Route, TABLE};
use serde_json::{Map, Value, json};

/// A version as an entity tag; 0 is that of settings which nobody has made yet. More digits are no version that anything has.
pub(super) const TAG: &str = "^\"(0|[1-9][0-9]{0,17})\"$";

/// Whether the request may, or must, say which version it is made against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Never,
    May,
    Must,
}

impl Seen {
    pub(super) fn of(path: &str, method: &str) -> Self {
        let ends = |part: &str| path.ends_with(part);
        match method {
            "patch" => Self::Must,
            "put" if ends("{account}") => Self::Must,
            "put" if ends("{draft}") || ends("{listing}") => Self::May,
            "put" if ends("/limits") || ends("/payee") => Self::Must,
            "delete" if ends("{draft}") || ends("{listing}") || ends("/payee") => Self::Must,
            "post"
                if [
                    "/closure",
                    "/offers",
                    "/decline",
                    "/withdrawal",
                    "{quotation}/acceptance",
                    "/steps",
                    "/decision",
                    "/confirmation",
                ]
                .iter()
                .any(|part| ends(part)) =>
            {
                Self::Must
            }
            _ => Self::Never,
        }
    }
}

/// Adds what is said of versions in the answers of an operation.
pub(super) fn complete(path: &str, method: &str, operation: &mut Value) {
    if Seen::of(path, method) != Seen::Never {
        operation["responses"]["412"] = json!({
            "description": "Another version is there than `If-Match` names, and `ETag` says which. Nothing was done.",
            "headers": { "ETag": tag("The version that is there.") },
            "content": { api_types::problem::MEDIA_TYPE: {
                "schema": { "$ref": "#/components/schemas/Problem" }
            } },
        });
    }
    let (links, is_of_a_version) = (links(path), is_of_a_version(path, method));
    for status in ["200", "201"] {
        let Some(answer) = operation.pointer_mut(&format!("/responses/{status}")) else {
            continue;
        };
        if is_of_a_version {
            let says = "The version, for `If-Match` of the next change.";
            answer["headers"]["ETag"] = tag(says);
            if !links.is_empty() && method != "delete" {
                answer["links"] = links.iter().cloned().collect();
            }
        }
    }
}

fn tag(says: &str) -> Value {
    json!({ "description": says, "required": true, "schema": { "type": "string", "pattern": TAG } })
}

/// Whether the answer is about one thing, at a version.
fn is_of_a_version(path: &str, method: &str) -> bool {
    let is_one = path.ends_with('}') && !path.ends_with("{blob}");
    path.starts_with("/v1/companies/") && (method != "get" || is_one)
}

/// What may be done next to the thing that an answer is about, at the version that it names; and with a company what may
/// become its own.
fn links(path: &str) -> Vec<(String, Value)> {
    let next: &[&str] = match path.rsplit('/').next() {
        Some("{company}") => &[
            "ShowCompany",
            "UpdateCompany",
            "ListMembers",
            "Invite",
            "PutDraft",
            "PutProducts",
            "PutPublication",
            "PutBlob",
            "SendRequest",
            "ListChanges",
        ],
        Some("{account}") => &["SetRole", "RemoveMember"],
        Some("{invitation}") => &["Revoke"],
        Some("{draft}") => &["ShowDraft", "PutDraft", "DropDraft", "PutListing"],
        Some("{listing}") => &["ShowListing", "PutListing", "WithdrawListing"],
        Some("{publication}") => &["ShowPublication"],
        Some("{blob}") => &["ShowBlob"],
        Some("{request}") => &["ShowRequest", "CloseRequest", "ListRequestQuotations"],
        Some("{quotation}") => &[
            "ShowQuotation",
            "MakeOffer",
            "DeclineQuotation",
            "WithdrawQuotation",
            "AcceptOffer",
            "ShowMessages",
            "SendMessage",
        ],
        _ => &[],
    };
    let lines = TABLE
        .iter()
        .filter(|line| next.contains(&&*format!("{:?}", line.route)));
    lines.map(|line| link(path, line)).collect()
}

fn link(path: &str, line: &Line) -> (String, Value) {
    let from: Vec<_> = names(path).collect();
    let mut parameters = Map::new();
    for name in names(line.path) {
        // A listing has the id of its draft.
        let same = if name == "listing" { "draft" } else { name };
        if let Some(known) = from.iter().find(|known| [name, same].contains(known)) {
            parameters.insert(name.to_owned(), json!(format!("$request.path.{known}")));
        }
    }
    if line.route == Route::ListChanges {
        parameters.insert("company".into(), json!("$request.path.company"));
    }
    let is_same = path == line.path;
    if is_same && Seen::of(path, &line.method.to_ascii_lowercase()) != Seen::Never {
        parameters.insert("if-match".into(), json!("$response.header.ETag"));
    }
    let name = format!("{:?}", line.route);
    let link = json!({ "operationId": name, "parameters": parameters });
    (name, link)
}

fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}
