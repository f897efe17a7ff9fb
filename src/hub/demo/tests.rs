use std::collections::BTreeSet;

use api_types::catalogue::{
    Category, Department, Detail, EngineParts, Front, Rate, Shard, ShardRef, Suppliers, encode,
};
use publish::sha256_base64;

use super::files::{self, Files};

/// A site as Trunk builds it, with one product.
fn site() -> Files {
    let mut files = Files::default();
    let index = include_str!("../../../index.html").replace("public/boot.js", "./boot-00.js");
    files.put("index.html", index);
    files.put("boot-00.js", "boot");
    files.put("boot.js", "boot");
    files.put("old.js", "old");
    files.put("sw.js", include_str!("../../../public/sw.js"));
    files.put("web-0_bg.wasm", "wasm");
    files.put("standin-00.js", "stage");
    let text = |en: &str| api_types::catalogue::Text {
        en: en.into(),
        zh: "中文".into(),
    };
    let category = Category {
        slug: "bolts".into(),
        name: text("Bolts"),
        products: 1,
        drawings: "drawings-bolts-1.svg".into(),
        example: "ant.b-1".into(),
    };
    let front = Front {
        version: "1".into(),
        published_on: "2026-11-22".into(),
        products: 1,
        rate: Rate {
            date: "2026-11-20".into(),
            cny_per_sgd_millionths: 1,
            sgd_per_usd_millionths: 1,
        },
        departments: vec![Department {
            slug: "metal".into(),
            name: text("Metal"),
            summary: text("All"),
            products: 1,
            categories: vec![category],
        }],
        suppliers: Vec::new(),
        newest: Vec::new(),
        list: "list-1.bin".into(),
        supplier_details: "suppliers-1.bin".into(),
        newest_drawings: "drawings-newest-1.svg".into(),
        example_drawings: "drawings-examples-1.svg".into(),
        shards: vec![ShardRef {
            first: "ant.b-1".into(),
            file: "products-1.bin".into(),
        }],
        engine: EngineParts::default(),
    };
    let shard = Shard {
        products: vec![product()],
        ..Shard::default()
    };
    let part = |name: &str| format!("catalogue/{name}");
    files.put(&part("front.bin"), encode(&front));
    files.put(&part("products-1.bin"), encode(&shard));
    files.put(&part("suppliers-1.bin"), encode(&Suppliers::default()));
    files
}

fn product() -> Detail {
    serde_json::from_value(serde_json::json!({
        "id": "ant.b-1", "sku": "B-1", "gtin": null,
        "name": { "en": "Bolt M8", "zh": "螺栓 M8" },
        "description": { "en": "A bolt.", "zh": "一种螺栓。" },
        "category": "bolts", "supplier": "ant", "unit": "C62", "currency": "SGD",
        "price_breaks": [[100, 4200]], "moq": 100, "order_multiple": 1, "stock": 0,
        "lead_time_days": 1, "origin": "SG", "hs_code": "731815", "gross_weight_g": 1.0,
        "carton": { "quantity": 1, "size_mm": [1, 1, 1], "weight_g": 1 },
        "sample": "n", "certificates": [], "attributes": [], "similar": [], "photos": [], "listed_on": "2026-01-01",
    }))
    .unwrap()
}

fn demonstration() -> Files {
    files::all(site(), None).unwrap()
}

#[test]
fn every_address_has_its_page_with_its_own_way_to_the_root() {
    let files = demonstration();
    for (name, part) in [
        ("index.html", "<base href=\"./\">"),
        ("en/index.html", "<base href=\"../\">"),
        ("zh/departments/metal/index.html", "<h1>中文</h1>"),
        (
            "en/categories/bolts/index.html",
            "<title>Bolts · Asia SME Hub</title>",
        ),
        (
            "en/products/ant.b-1/index.html",
            "<base href=\"../../../\">",
        ),
        ("zh/products/ant.b-1/index.html", "<h1>螺栓 M8</h1>"),
        ("en/about/index.html", "hub:worker"),
        (
            "zh/office/index.html",
            "<meta name=\"hub:stage\" content=\"standin-00.js\">",
        ),
        ("index.html", "content=\"outbox.js#standin-00.js\""),
        ("404.html", "页面不存在"),
    ] {
        let page = files.text(name).unwrap();
        assert!(page.contains(part), "{part} is not in {name}");
        assert!(!page.contains("://"), "{name} names another host");
    }
    let pages = files.0.keys().filter(|name| name.ends_with("index.html"));
    // The root; in each language seven pages, a department, a category, a product, and thirteen of the office.
    assert_eq!(pages.count(), 1 + 2 * (7 + 1 + 1 + 1 + 13));
}

#[test]
fn the_worker_lists_every_file_of_the_build_with_its_hash() {
    let files = demonstration();
    let name = files
        .0
        .keys()
        .find(|name| name.starts_with("precache-"))
        .unwrap();
    let list: Vec<(String, String)> = serde_json::from_slice(&files.0[name]).unwrap();
    for (path, integrity) in &list {
        let file = if path.is_empty() { "index.html" } else { path };
        assert_eq!(&sha256_base64(&files.0[file]), integrity, "{file}");
    }
    let listed: BTreeSet<&str> = list.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(listed.len(), list.len());
    for name in files.0.keys() {
        let left_out = name.ends_with(".html")
            || name.starts_with("precache-")
            || ["sw.js", "old.js", "robots.txt"].contains(&name.as_str());
        assert_eq!(listed.contains(name.as_str()), !left_out, "{name}");
    }
    assert!(listed.contains(""));
    assert!(listed.contains("catalogue/front.bin"));

    let worker = files.text("sw.js").unwrap();
    let integrity = sha256_base64(&files.0[name]);
    assert!(worker.contains(&format!("const LIST = '{name}';")));
    assert!(worker.contains(&format!("const LIST_INTEGRITY = '{integrity}';")));
    assert!(!worker.contains("const BUILD = '';"));
}

#[test]
fn the_same_site_is_the_same_build_and_any_change_another() {
    assert!(demonstration() == demonstration());
    let mut changed = site();
    changed.put("web-0_bg.wasm", "other wasm");
    let changed = files::all(changed, None).unwrap();
    assert_ne!(changed.0["sw.js"], demonstration().0["sw.js"]);
}

#[test]
fn scripts_come_once() {
    let files = demonstration();
    assert!(files.0.contains_key("boot-00.js"));
    assert!(!files.0.contains_key("boot.js"));
    assert!(files.0.contains_key("old.js"));
}

#[test]
fn a_known_address_makes_a_map_and_whole_links() {
    let files = files::all(site(), Some("https://hub.example/shop")).unwrap();
    let map = files.text("sitemap.xml").unwrap();
    assert!(map.contains("<loc>https://hub.example/shop/zh/products/ant.b-1/</loc>"));
    assert_eq!(map.matches("<loc>").count(), 2 * (7 + 1 + 1 + 1));
    assert!(
        files
            .text("robots.txt")
            .unwrap()
            .contains("Sitemap: https://hub.example/shop/sitemap.xml")
    );
    assert!(
        files
            .text("404.html")
            .unwrap()
            .contains("<base href=\"/shop/\">")
    );
    let page = files.text("en/about/index.html").unwrap();
    assert!(page.contains("rel=\"canonical\" href=\"https://hub.example/shop/en/about/\""));
}

#[test]
fn what_is_no_address_is_refused() {
    for address in [
        "hub.example",
        "ftp://hub.example",
        "https://",
        "https:///x",
        "https://hub.example/?a",
    ] {
        assert!(files::all(site(), Some(address)).is_err(), "{address}");
    }
}

#[test]
fn a_site_without_its_parts_is_told_what_to_do() {
    for name in ["index.html", "sw.js", "catalogue/front.bin"] {
        let mut site = site();
        site.0.remove(name);
        let trouble = files::all(site, None).unwrap_err().to_string();
        assert!(trouble.contains("What to do"), "{name}: {trouble}");
    }
}
