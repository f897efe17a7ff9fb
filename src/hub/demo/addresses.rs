//! What tells search engines which pages there are.

use publish::{Parts, page::addresses};

use super::files::Files;
use crate::trouble::Trouble;

/// A whole address that ends in a slash; others are refused.
pub fn checked(address: &str) -> Result<String, Trouble> {
    let host = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let is_host = |host: &str| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(['?', '#', ' ', '"', '<', '&'])
    };
    if !host.is_some_and(is_host) {
        return Err(Trouble::new(
            format!("`{address}` is not the address of a site"),
            "write it whole, as in `cargo hub demo --address https://hub.example/`",
        ));
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// The path of a [`checked`] address: `/`, `/hub/`.
pub fn path_of(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address[host..].find('/').map(|at| host + at);
    path.map_or("/", |at| &address[at..])
}

/// `robots.txt`; and `sitemap.xml`, which needs whole addresses, if the site's is known.
pub fn add(files: &mut Files, parts: &Parts, site: Option<&str>) {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(site) = site {
        let mut map = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for address in addresses(parts) {
            map.push_str(&format!("<url><loc>{site}{address}/</loc></url>\n"));
        }
        map.push_str("</urlset>\n");
        files.put("sitemap.xml", map);
        robots.push_str(&format!("Sitemap: {site}sitemap.xml\n"));
    }
    files.put("robots.txt", robots);
}
