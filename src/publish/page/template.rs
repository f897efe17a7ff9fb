use api_types::catalogue::FOLDER;
use thiserror::Error;

use super::escape::escape;
use super::{Address, Content, Language, Place, words};

/// The built `index.html`, cut where pages differ.
#[derive(Clone, Debug)]
pub struct Template {
    /// `pieces[i]` stands before the `i`-th of [`SLOTS`]; the last one behind all.
    pieces: Vec<String>,
    /// What the template itself has in them: the page for readers of both languages.
    defaults: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the built page has no {opening}…{closing} where one is expected")]
pub struct TemplateError {
    opening: &'static str,
    closing: &'static str,
}

/// Where a page hangs: what depends on the host, not on the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The value of `<base>`: `./`, `../../`, `/`, `/hub/`.
    pub base: &'a str,
    /// Where the site will be, such as `https://hub.example/`, ending in a slash. Links to a page's other language and
    /// its canonical address are whole addresses if it is known.
    pub site: Option<&'a str>,
    /// The service worker to use, relative to the root.
    pub worker: Option<&'a str>,
    /// The script of the demonstration's own hub, for pages that may start the office.
    pub stage: Option<&'a str>,
}

/// What stands before and behind the part that differs, in the order of the page.
const SLOTS: [(&str, &str); 9] = [
    ("<html lang=\"", "\""),
    ("<base href=\"", "\""),
    ("<title>", "</title>"),
    ("<meta name=\"description\" content=\"", "\""),
    ("<link rel=\"alternate\" hreflang=\"en\" href=\"", "\""),
    ("<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"", "\""),
    (
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"",
        "\"",
    ),
    // Anything more for the head goes before its end.
    ("", "</head>"),
    // Its mark of being home's goes with the content.
    ("<main id=\"shell-main\"", "</main>"),
];

impl Template {
    /// Cuts the page. It is our own `index.html`: anything unexpected is an error of ours.
    pub fn parse(html: &str) -> Result<Self, TemplateError> {
        let html = plain(html);
        let mut rest = html.as_str();
        let mut pieces = Vec::new();
        let mut defaults = Vec::new();
        for (opening, closing) in SLOTS {
            let missing = TemplateError { opening, closing };
            let start = match opening {
                "" => rest.find(closing),
                _ => rest.find(opening).map(|at| at + opening.len()),
            };
            let start = start.ok_or_else(|| missing.clone())?;
            let length = rest[start..].find(closing).ok_or(missing)?;
            pieces.push(rest[..start].to_owned());
            defaults.push(rest[start..start + length].to_owned());
            rest = &rest[start + length..];
        }
        pieces.push(rest.to_owned());
        Ok(Self { pieces, defaults })
    }

    /// The page of an address.
    #[must_use]
    pub fn fill(&self, frame: &Frame, address: &Address, content: &Content) -> String {
        let site = frame.site.unwrap_or_default();
        let link = |language: Language| {
            let address = address.in_language(language).to_string();
            escape(&format!("{site}{address}/"))
        };
        let mut more = worker(frame);
        if frame.site.is_some() {
            let own = link(address.language);
            more.push_str(&format!("<link rel=\"canonical\" href=\"{own}\">"));
        }
        if let Some(part) = &content.part {
            let part = escape(part);
            more.push_str(&format!(
                "<link rel=\"preload\" as=\"fetch\" href=\"{FOLDER}{part}\" crossorigin=\"anonymous\">"
            ));
        }
        let page = self.join([
            address.language.tag().to_owned(),
            escape(frame.base),
            escape(&content.title),
            escape(&content.description),
            link(Language::English),
            link(Language::Chinese),
            link(Language::English),
            more,
            main(address, content),
        ]);
        // The language link of the static header keeps the page, as the app's does.
        with_stage(page, frame)
            .replace(
                "href=\"zh/\" lang=",
                &format!("href=\"{}\" lang=", relative(address, Language::Chinese)),
            )
            .replace(
                "href=\"en/\" lang=",
                &format!("href=\"{}\" lang=", relative(address, Language::English)),
            )
    }

    /// The page for readers whose language is not known yet. `lines` say what home offers, in English and in Chinese.
    #[must_use]
    pub fn root(&self, frame: &Frame, [english, chinese]: [&str; 2]) -> String {
        let mut slots = self.defaults.clone();
        let line = format!(
            "<p class=\"shell-line\"><span class=\"en\">{}</span><span class=\"zh\" lang=\"zh-Hans\">{}</span></p>",
            escape(english),
            escape(chinese)
        );
        slots[8] = replace_line(&slots[8], &line);
        slots[1] = escape(frame.base);
        for (slot, language) in [(4, "en"), (5, "zh"), (6, "en")] {
            slots[slot] = escape(&format!("{}{language}/", frame.site.unwrap_or_default()));
        }
        slots[7] = worker(frame) + &stage(frame);
        with_stage(self.join(slots), frame)
    }

    /// The page for addresses that lead nowhere, in both languages.
    #[must_use]
    pub fn not_found(&self, frame: &Frame) -> String {
        let mut slots = self.defaults.clone();
        slots[1] = escape(frame.base);
        let [english, chinese] = [Language::English, Language::Chinese].map(super::not_found);
        slots[2] = escape(&format!("{} · {}", english.heading, chinese.title));
        slots[7] = "<meta name=\"robots\" content=\"noindex\">".to_owned() + &stage(frame);
        slots[8] = format!(
            "><h1>{} · <span lang=\"zh-Hans\">{}</span></h1><p>{}</p><p lang=\"zh-Hans\">{}</p>\
             <p><a href=\"./\">Asia SME Hub · 亚洲中小企业枢纽</a></p>",
            english.heading, chinese.heading, english.line, chinese.line
        );
        with_stage(self.join(slots), frame)
    }

    fn join(&self, slots: impl IntoIterator<Item = String>) -> String {
        let mut page = String::with_capacity(16 * 1024);
        let mut slots = slots.into_iter();
        for piece in &self.pieces {
            page.push_str(piece);
            if let Some(slot) = slots.next() {
                page.push_str(&slot);
            }
        }
        page
    }
}

/// From behind the id of `<main>` on.
fn main(address: &Address, content: &Content) -> String {
    let (heading, line) = (escape(&content.heading), escape(&content.line));
    let words = format!("<h1>{heading}</h1><p class=\"shell-line\">{line}</p>");
    if address.place != Place::Home {
        return format!(">{words}");
    }
    let at = |place| Address { place, ..*address };
    let (products, need) = (at(Place::Products), at(Place::Need));
    let browse = words::browse(address.language);
    let (describe, _) = words::of(Place::Need, address.language).unwrap_or_default();
    format!(
        " class=\"shell-hero\">{words}<p><a class=\"shell-act\" href=\"{products}\">{browse}</a>\
         <a class=\"shell-act second\" href=\"{need}\">{describe}</a></p>"
    )
}

/// The content with another line below its heading.
fn replace_line(content: &str, line: &str) -> String {
    let Some((before, rest)) = content.split_once("<p class=\"shell-line\">") else {
        return content.to_owned();
    };
    let after = rest.split_once("</p>").map_or("", |(_, after)| after);
    format!("{before}{line}{after}")
}

fn worker(frame: &Frame) -> String {
    let tag = |name: &str| format!("<meta name=\"hub:worker\" content=\"{}\">", escape(name));
    frame.worker.map(tag).unwrap_or_default()
}

/// By this a page knows that it is of the demonstration, and whom to ask instead of a server.
fn stage(frame: &Frame) -> String {
    let tag = |name: &str| format!("<meta name=\"hub:stage\" content=\"{}\">", escape(name));
    frame.stage.map(tag).unwrap_or_default()
}

/// The outbox's thread has no page to look into: it finds the name behind the `#` of its own address.
fn with_stage(page: String, frame: &Frame) -> String {
    let opening = "<meta name=\"hub:outbox\" content=\"";
    match (frame.stage, page.split_once(opening)) {
        (Some(stage), Some((before, rest))) => {
            let (name, after) = rest.split_once('"').unwrap_or((rest, ""));
            format!("{before}{opening}{name}#{}\"{after}", escape(stage))
        }
        _ => page,
    }
}

fn relative(address: &Address, language: Language) -> String {
    format!("{}/", address.in_language(language))
}

/// Without comments and the spaces that lines begin with: there are thousands of these pages. And with the integrity of
/// the preloaded WASM where boot.js looks for it but browsers do not: they ignore it there, and say so on every page.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let preloads_wasm =
        |tag: &str| tag.contains("rel=\"preload\"") && tag.contains("application/wasm");
    lines
        .join("\n")
        .split_inclusive('>')
        .map(|tag| {
            if preloads_wasm(tag) {
                tag.replace(" integrity=", " data-integrity=")
            } else {
                tag.to_owned()
            }
        })
        .collect()
}
