//! What the API says of itself: OpenAPI 3.1 from the code, and a page to read it.

mod page;
mod versions;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use axum::{
    http::{
        HeaderMap, HeaderValue,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use market::access::{Asker, Line, TABLE, Verdict};
use serde_json::{Map, Value, json};
use utoipa_axum::{router::OpenApiRouter, routes};

use versions::Seen;

use crate::{company, health, me, media, routes::Api, same_site};

/// All routes of the API, each with what it says of itself.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(health::show))
        .merge(me::routes())
        .merge(company::routes())
}

static DOCUMENT: LazyLock<Value> = LazyLock::new(document);
static TEXT: LazyLock<String> =
    LazyLock::new(|| serde_json::to_string_pretty(&*DOCUMENT).expect("a JSON value is JSON"));
static PAGE: LazyLock<String> = LazyLock::new(|| page::html(&DOCUMENT));

pub(crate) async fn show() -> Response {
    answer(media::JSON, &TEXT)
}

pub(crate) async fn read() -> Response {
    answer(media::HTML, &PAGE)
}

pub(crate) async fn style() -> Response {
    answer("text/css; charset=utf-8", page::STYLE)
}

fn answer(media_type: &'static str, text: &'static str) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    (headers, text).into_response()
}

/// The routes' own words, and what holds for all of them: said once here, so that no route can leave it out.
fn document() -> Value {
    let (_, described) = routes().split_for_parts();
    let mut document = serde_json::to_value(described).expect("a description is JSON");
    document["info"] = json!({
        "title": "Asia SME Hub",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Changes carry an `Idempotency-Key` and may be sent again until they are answered. \
                        A request with `Hub-Account` is meant for that account alone: 401 in any other session. \
                        Refusals are problems (RFC 9457) with a stable `code`.",
        "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
    });
    document["servers"] = json!([{ "url": "/" }]);
    document["components"]["securitySchemes"] = json!({
        "session": { "type": "apiKey", "in": "cookie", "name": "__Host-sid" }
    });
    let paths = document["paths"].take();
    let mut all = Map::new();
    for (path, mut operations) in paths.as_object().cloned().unwrap_or_default() {
        let path = format!("/v1{path}");
        for (method, operation) in operations.as_object_mut().into_iter().flatten() {
            complete(&path, method, operation);
        }
        all.insert(path, operations);
    }
    document["paths"] = Value::Object(all);
    for (_, schema) in document["components"]["schemas"]
        .as_object_mut()
        .into_iter()
        .flatten()
    {
        close_choices(schema);
    }
    document["components"]["schemas"]["Problem"] = schema::<api_types::problem::Problem>();
    document["components"]["schemas"]["FieldError"] = schema::<api_types::problem::FieldError>();
    document["components"]["schemas"]["FieldCode"] = schema::<api_types::problem::FieldCode>();
    document["components"]["schemas"]["Code"] = schema::<api_types::problem::Code>();
    document["components"]["schemas"]["Id"] = schema::<api_types::id::Id>();
    document
}

/// One of several things is named by its one member: an object with more of them is none of the things.
fn close_choices(schema: &mut Value) {
    let choices = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for choice in choices.into_iter().flatten() {
        let members = choice.get("properties").and_then(Value::as_object);
        if members.is_some_and(|members| members.len() == 1) {
            choice["additionalProperties"] = Value::Bool(false);
        }
    }
}

fn schema<T: utoipa::PartialSchema>() -> Value {
    serde_json::to_value(T::schema()).expect("a schema is JSON")
}

/// Parameters by the path's own words, headers by the method, and the refusals that any of them may meet.
fn complete(path: &str, method: &str, operation: &mut Value) {
    let mut parameters = Vec::new();
    let of = |name: &str, place: &str, required: bool, schema: Value, says: &str| {
        let mut parameter = json!({ "name": name, "in": place, "required": required });
        parameter["schema"] = schema;
        parameter["description"] = Value::String(says.to_owned());
        parameter
    };
    let id = || json!({ "$ref": "#/components/schemas/Id" });
    for name in path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    {
        parameters.push(of(name, "path", true, id(), "Made by the client."));
    }
    let number =
        |least: u64, most: u64| json!({ "type": "integer", "minimum": least, "maximum": most });
    if path == "/v1/changes" {
        parameters.push(of("company", "query", true, id(), "Whose feed."));
        let largest = i64::MAX.cast_unsigned();
        parameters.push(of(
            "after",
            "query",
            false,
            number(0, largest),
            "The newest number that the client has.",
        ));
    } else if method == "get" && operation_lists(operation) {
        parameters.push(of(
            "after",
            "query",
            false,
            id(),
            "`next` of the page before.",
        ));
    }
    if parameters
        .iter()
        .any(|parameter| parameter["name"] == "after")
    {
        parameters.push(of(
            "limit",
            "query",
            false,
            number(1, 200),
            "Items of a page.",
        ));
    }
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    if method != "get" {
        let says = "Any value: shows that no other site's page asks.";
        parameters.push(of(
            same_site::CLIENT,
            "header",
            true,
            json!({ "type": "string" }),
            says,
        ));
    }
    let is_change = method != "get" && path.starts_with("/v1/companies");
    if is_change {
        let says = "The same for every try of the same change, for ever.";
        parameters.push(of(
            "idempotency-key",
            "header",
            true,
            text("^[A-Za-z0-9_-]{8,64}$"),
            says,
        ));
    }
    let seen = Seen::of(path, method);
    if seen != Seen::Never {
        let says = "Entity tag of the version that is changed, as the answer before had it.";
        let must = seen == Seen::Must;
        parameters.push(of("if-match", "header", must, text(versions::TAG), says));
    }
    if !parameters.is_empty() {
        operation["parameters"] = Value::Array(parameters);
    }
    operation["operationId"] = Value::String(name(path, method));
    for (_, response) in operation["responses"].as_object_mut().into_iter().flatten() {
        response["description"] = Value::String("As asked.".to_owned());
    }
    for pointer in ["/requestBody/content", "/responses/200/content"] {
        let content = operation
            .pointer_mut(pointer)
            .and_then(Value::as_object_mut);
        for (_, media) in content
            .into_iter()
            .flatten()
            .filter(|(name, _)| name.starts_with("image/"))
        {
            media["schema"] = json!({ "type": "string", "format": "binary" });
        }
    }
    versions::complete(path, method, operation);
    let is_open = line(path, method)
        .is_none_or(|line| line.verdict(Asker::Stranger, false) == Verdict::Allow);
    operation["security"] = if is_open {
        json!([])
    } else {
        json!([{ "session": [] }])
    };
    operation["responses"]["default"] = json!({
        "description": "A refusal.",
        "content": { api_types::problem::MEDIA_TYPE: { "schema": { "$ref": "#/components/schemas/Problem" } } },
    });
}

/// As the market calls the route.
fn name(path: &str, method: &str) -> String {
    line(path, method).map_or_else(
        || "ShowHealth".to_owned(),
        |line| format!("{:?}", line.route),
    )
}

/// The market's line; health has none.
fn line(path: &str, method: &str) -> Option<&'static Line> {
    let mut lines = TABLE.iter();
    lines.find(|line| line.path == path && line.method.eq_ignore_ascii_case(method))
}

/// A list says how to go on.
fn operation_lists(operation: &Value) -> bool {
    let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"];
    let name = schema
        .as_str()
        .unwrap_or_default()
        .rsplit('/')
        .next()
        .unwrap_or_default();
    [
        "Companies",
        "Members",
        "Invitations",
        "Drafts",
        "Listings",
        "Requests",
        "Quotations",
    ]
    .contains(&name)
}
