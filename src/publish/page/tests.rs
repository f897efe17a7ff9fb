use super::*;
use crate::fixture::{Market, parts};
use crate::publish;

const INDEX: &str = include_str!("../../../index.html");

fn template() -> Template {
    Template::parse(INDEX).unwrap()
}

fn frame(base: &str) -> Frame<'_> {
    Frame {
        base,
        site: None,
        worker: Some("sw.js"),
        stage: None,
    }
}

#[test]
fn an_address_is_read_as_it_is_written() {
    let parts = parts();
    let mut count = 0;
    for address in addresses(parts) {
        let path = address.to_string();
        assert_eq!(Address::parse(&path), Some(address));
        assert_eq!(Address::parse(&format!("/{path}/")), Some(address));
        assert!(content(parts, &address).is_some(), "{path}");
        count += 1;
    }
    assert_eq!(count, 2 * (7 + 2 + 5 + 5 + 600));
}

#[test]
fn what_is_no_address_is_none() {
    for path in [
        "",
        "fr",
        "en/nothing",
        "en/products/a/b",
        "english",
        "en//x",
        "enproducts",
    ] {
        assert_eq!(Address::parse(path), None, "{path}");
    }
    let parts = parts();
    for path in [
        "en/products/nothing",
        "zh/categories/no",
        "en/departments/empty",
        "zh/suppliers/x",
    ] {
        let address = Address::parse(path).unwrap();
        assert_eq!(content(parts, &address), None, "{path}");
    }
}

#[test]
fn the_base_leads_from_the_folder_of_a_page_to_the_root() {
    let base = |path| Address::parse(path).unwrap().base();
    assert_eq!(base("en"), "../");
    assert_eq!(base("zh/products"), "../../");
    assert_eq!(base("zh/products/ant.b-1"), "../../../");
}

#[test]
fn a_page_says_what_it_is_in_its_language() {
    let parts = parts();
    let address = Address::parse("zh/categories/bolts").unwrap();
    let content = content(parts, &address).unwrap();
    let page = template().fill(&frame("../../../"), &address, &content);
    for part in [
        "<html lang=\"zh-Hans-CN\">",
        "<base href=\"../../../\">",
        "<title>螺栓与螺钉 · 亚洲中小企业枢纽</title>",
        "<main id=\"shell-main\"><h1>螺栓与螺钉</h1><p class=\"shell-line\">金属，共 120 款产品</p></main>",
        "hreflang=\"en\" href=\"en/categories/bolts/\">",
        "hreflang=\"zh-Hans\" href=\"zh/categories/bolts/\">",
        "hreflang=\"x-default\" href=\"en/categories/bolts/\">",
        "<a class=\"zh\" href=\"en/categories/bolts/\" lang=\"en\" hreflang=\"en\">English</a>",
        "<meta name=\"hub:worker\" content=\"sw.js\">",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(page.contains(&format!(
        "as=\"fetch\" href=\"catalogue/{}\"",
        parts.front.list
    )));
    assert!(!page.contains("canonical"));
    assert!(!page.contains("<!--"));
}

#[test]
fn a_product_page_fetches_its_shard_at_once() {
    let address = Address::parse("en/products/eel.nuts-m025-0").unwrap();
    let part = content(parts(), &address).unwrap().part;
    let shard = parts().front.shard_of("eel.nuts-m025-0").unwrap();
    assert_eq!(part.as_ref(), Some(&shard.file));
}

#[test]
fn a_known_site_makes_whole_addresses() {
    let parts = parts();
    let address = Address::parse("en/about").unwrap();
    let content = content(parts, &address).unwrap();
    let frame = Frame {
        base: "/",
        site: Some("https://hub.example/"),
        worker: None,
        stage: Some("standin-0.js"),
    };
    let page = template().fill(&frame, &address, &content);
    assert!(page.contains("<link rel=\"canonical\" href=\"https://hub.example/en/about/\">"));
    assert!(page.contains("hreflang=\"zh-Hans\" href=\"https://hub.example/zh/about/\""));
    assert!(!page.contains("hub:worker"));
    // What is unsent is sent from pages of the catalogue too.
    assert!(page.contains("content=\"outbox.js#standin-0.js\""));
}

#[test]
fn names_cannot_break_out_of_the_page() {
    let address = Address::parse("en/about").unwrap();
    let nasty = "<b>\"M8\" & more</b>";
    let content = Content {
        title: nasty.into(),
        description: nasty.into(),
        heading: nasty.into(),
        line: nasty.into(),
        part: None,
    };
    let page = template().fill(&frame("/"), &address, &content);
    assert!(!page.contains(nasty));
    assert_eq!(
        page.matches("&lt;b&gt;&quot;M8&quot; &amp; more&lt;/b&gt;")
            .count(),
        4
    );
}

#[test]
fn long_descriptions_are_cut_at_a_sentence() {
    let mut market = Market::new();
    let sentence = "Zinc plated, to ISO 4017. ";
    market.products[0].description =
        domain::Text::new(sentence.repeat(20), "镀锌，符合标准。".repeat(40));
    let parts = publish(&market.goods()).unwrap();
    let id = market.products[0].id();
    let of = |language| {
        let place = Place::Product(id.as_str());
        content(&parts, &Address { language, place }).unwrap()
    };
    assert_eq!(of(Language::English).description, sentence.repeat(6).trim());
    assert_eq!(
        of(Language::Chinese).description,
        "镀锌，符合标准。".repeat(20)
    );
}

#[test]
fn a_page_that_is_not_ours_is_refused() {
    assert!(Template::parse("<html lang=\"en\"><base href=\"/\"></html>").is_err());
}

#[test]
fn every_page_is_under_the_policy_and_holds_nothing_inline() {
    let page = template().root(&frame("./"), ["52 suppliers", "52 家供应商"]);
    let policy = page.find("Content-Security-Policy").unwrap();
    assert!(policy < page.find("<base").unwrap());
    assert!(policy < page.find("<script").unwrap());
    assert!(!page.contains(" style="));
    assert!(!page.contains("<style"));
    assert!(!page.contains("unsafe-inline"));
    for script in page.split("<script").skip(1) {
        let (attributes, rest) = script.split_once('>').unwrap();
        assert!(attributes.contains(" src=\""), "{attributes}");
        assert!(rest.starts_with("</script>"));
    }
    for handler in [
        "onload",
        "onerror",
        "onclick",
        "javascript:",
        "http://",
        "https://",
    ] {
        assert!(!page.contains(handler), "{handler}");
    }
}

#[test]
fn the_wasm_keeps_its_integrity_where_boot_looks_for_it() {
    let link = "<link rel=\"preload\" href=\"./a.wasm\" integrity=\"sha384-x\" as=\"fetch\" type=\"application/wasm\"></head>";
    let script = "<link rel=\"modulepreload\" href=\"./a.js\" integrity=\"sha384-y\">";
    let built = INDEX.replace("</head>", &format!("{script}{link}"));
    let page = Template::parse(&built)
        .unwrap()
        .root(&frame("./"), ["52 suppliers", "52 家供应商"]);
    assert!(page.contains("data-integrity=\"sha384-x\""));
    assert!(page.contains(" integrity=\"sha384-y\""));
}

#[test]
fn the_root_page_says_what_there_is_in_both_languages() {
    let page = template().root(&frame("./"), ["52 suppliers & more", "52 家供应商"]);
    assert!(page.contains("<span class=\"en\">52 suppliers &amp; more</span>"));
    assert!(page.contains("<span class=\"zh\" lang=\"zh-Hans\">52 家供应商</span>"));
    assert_eq!(page.matches("shell-line").count(), 1);
}

#[test]
fn home_counts_what_there_is() {
    let say = |path| {
        let address = Address::parse(path).unwrap();
        let content = content(parts(), &address).unwrap();
        template().fill(&frame("../"), &address, &content)
    };
    assert!(say("en").contains("600 products from 5 suppliers"));
    assert!(say("zh").contains("<main id=\"shell-main\" class=\"shell-hero\"><h1>采购新加坡好货"));
    assert!(say("zh").contains("<a class=\"shell-act\" href=\"zh/products\">浏览全部产品</a>"));
    assert!(say("zh").contains("href=\"zh/need\">按需求找供应商</a>"));
}
