//! The built site: its files, and its page for every address that the app itself understands.

use std::{fs, io, path::Path};

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::Response,
};
use sha2::{Digest, Sha256};
use store::catalogue::Accepted;

use crate::{
    accept, media,
    problem::Error,
    representation::{Cache, Representation},
    routes::Api,
};

/// The app's page. It shows any address of the app, and "not found" for all others.
const PAGE: &str = "index.html";

/// What the app's addresses start with: its languages.
const LANGUAGES: [&str; 2] = ["en", "zh"];

/// A file of the site, else the app's page: with 200 where the app has something to show, with 404 where it has not.
/// An address that looks like a file's gets no page: a missing script that turns out to be HTML helps nobody.
pub(crate) async fn show(
    State(api): State<Api>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let path = uri.path();
    let path = path.strip_prefix('/').unwrap_or(path).to_owned();
    let accepted = accept::codings(&headers);
    let found = tokio::task::spawn_blocking(move || find(&api.site, &path, accepted));
    let found = found.await.map_err(io::Error::other)??;
    match found {
        Some((StatusCode::OK, representation)) => Ok(representation.answer(&headers)),
        Some((status, representation)) => Ok(representation.answer_as(status)),
        None => Err(Error::NotFound),
    }
}

fn find(
    site: &Path,
    path: &str,
    accepted: Accepted,
) -> io::Result<Option<(StatusCode, Representation)>> {
    if is_file_name(path)
        && let Some(file) = read(site, path, accepted)?
    {
        return Ok(Some((StatusCode::OK, file)));
    }
    // A page written beforehand for this address has its text before the app is there.
    let folder = path.strip_suffix('/').unwrap_or(path);
    if is_file_name(folder)
        && let Some(page) = read(site, &format!("{folder}/{PAGE}"), accepted)?
    {
        return Ok(Some((StatusCode::OK, page)));
    }
    let status = if is_of_the_app(path) {
        StatusCode::OK
    } else if has_extension(path) {
        return Ok(None);
    } else {
        StatusCode::NOT_FOUND
    };
    let page = read(site, PAGE, accepted)?;
    Ok(page.map(|page| (status, page)))
}

/// Only plain names below the folder: no step upwards, nothing hidden, and nothing to decode first.
fn is_file_name(path: &str) -> bool {
    path.split('/').all(|segment| {
        !segment.is_empty()
            && !segment.starts_with('.')
            && segment
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    })
}

/// Product ids have dots in them, so that below a language nothing counts as an extension.
fn is_of_the_app(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    path.is_empty() || LANGUAGES.contains(&first)
}

fn has_extension(path: &str) -> bool {
    path.rsplit('/')
        .next()
        .is_some_and(|last| last.contains('.'))
}

/// A file in the smallest accepted coding that lies beside it: `app.js.br`, `app.js.gz`, `app.js`.
fn read(site: &Path, name: &str, accepted: Accepted) -> io::Result<Option<Representation>> {
    let codings = [
        (accepted.brotli, Some("br"), ".br"),
        (accepted.gzip, Some("gzip"), ".gz"),
        (true, None, ""),
    ];
    for (_, coding, suffix) in codings.into_iter().filter(|(accepted, ..)| *accepted) {
        let Some(bytes) = read_if_there(&site.join(format!("{name}{suffix}")))? else {
            continue;
        };
        let is_hashed = name.split('/').any(has_hash);
        return Ok(Some(Representation {
            media_type: media::of(name),
            coding,
            tag: (!is_hashed).then(|| format!("{:x}", Sha256::digest(&bytes))),
            cache: if is_hashed {
                Cache::Forever
            } else {
                Cache::AskAgain
            },
            bytes: bytes.into(),
        }));
    }
    Ok(None)
}

fn read_if_there(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::metadata(file) {
        Ok(metadata) if metadata.is_file() => fs::read(file).map(Some),
        Ok(_) => Ok(None),
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::InvalidFilename => Ok(None),
            _ => Err(error),
        },
    }
}

/// Whether a name carries the hash of what it names, as Trunk writes it: a hyphen and up to 16 hexadecimal digits, leading
/// zeros left out, as in `app-3f9c0a51d27be846_bg.wasm`. Runs below 15 may be dates or part numbers; the few hashes so short
/// are asked for again.
fn has_hash(name: &str) -> bool {
    name.split(['.', '_']).any(|word| {
        let last = word.rsplit_once('-').map_or("", |(_, last)| last);
        last.len() >= 15 && last.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// Whether the folder holds a built site.
pub(crate) fn is_built(site: &Path) -> bool {
    site.join(PAGE).is_file()
}

#[cfg(test)]
mod tests;
