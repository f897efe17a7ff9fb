//! The description as a page for people: plain HTML, no script, nothing fetched from elsewhere.

use std::fmt::Write;

use serde_json::Value;

pub(super) const STYLE: &str = include_str!("page.css");

pub(super) fn html(document: &Value) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Asia SME Hub: API</title><link rel=\"stylesheet\" href=\"/v1/docs.css\"></head><body><main>",
    );
    let version = text(&document["info"]["version"]);
    let says = text(&document["info"]["description"]);
    write(
        &mut page,
        format_args!("<h1>Asia SME Hub: API {version}</h1><p>{says}</p>"),
    );
    page.push_str("<p><a href=\"/v1/openapi.json\">The same as OpenAPI 3.1</a></p>");
    for (path, operations) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in operations.as_object().into_iter().flatten() {
            section(&mut page, path, method, operation);
        }
    }
    page.push_str("<h2>Bodies</h2>");
    for (name, schema) in document["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
    {
        let pretty = serde_json::to_string_pretty(schema).expect("a JSON value is JSON");
        let (name, pretty) = (escape(name), escape(&pretty));
        write(
            &mut page,
            format_args!(
                "<details id=\"{name}\"><summary>{name}</summary><pre>{pretty}</pre></details>"
            ),
        );
    }
    page.push_str("</main></body></html>\n");
    page
}

fn section(page: &mut String, path: &str, method: &str, operation: &Value) {
    let (path, upper) = (escape(path), escape(&method.to_uppercase()));
    write(
        page,
        format_args!("<section><h2><code>{upper} {path}</code></h2>"),
    );
    for key in ["summary", "description"] {
        if operation[key].is_string() {
            write(page, format_args!("<p>{}</p>", text(&operation[key])));
        }
    }
    page.push_str("<dl>");
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let (name, place, says) = (
            text(&parameter["name"]),
            text(&parameter["in"]),
            text(&parameter["description"]),
        );
        let needed = if parameter["required"] == true {
            "required"
        } else {
            "optional"
        };
        write(
            page,
            format_args!("<dt><code>{name}</code> in {place}, {needed}</dt><dd>{says}</dd>"),
        );
    }
    reference(page, "body", &operation["requestBody"]);
    for (status, response) in operation["responses"].as_object().into_iter().flatten() {
        reference(page, &escape(status), response);
    }
    page.push_str("</dl></section>");
}

fn reference(page: &mut String, label: &str, holder: &Value) {
    if holder.is_null() {
        return;
    }
    let schemas = holder["content"].as_object().into_iter().flatten();
    let name = schemas
        .filter_map(|(_, media)| media["schema"]["$ref"].as_str()?.rsplit('/').next())
        .next();
    match name.map(escape) {
        Some(name) => write(
            page,
            format_args!("<dt>{label}</dt><dd><a href=\"#{name}\">{name}</a></dd>"),
        ),
        None => write(page, format_args!("<dt>{label}</dt><dd>no body</dd>")),
    }
}

fn text(value: &Value) -> String {
    escape(value.as_str().unwrap_or_default())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn write(page: &mut String, arguments: std::fmt::Arguments<'_>) {
    page.write_fmt(arguments)
        .expect("writing to a string cannot fail");
}
