//! The whole app in a page of its own: a catalogue of one product, and what a buyer types into its quantity box.

#![cfg(target_arch = "wasm32")]

use std::sync::Once;

use api_types::catalogue::{Carton, Detail, Front, Rate, Sample, Shard, ShardRef, Text, encode};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn js(script: &str) -> JsValue {
    js_sys::eval(script).expect("the script of a test is right")
}

fn text(script: &str) -> String {
    js(script).as_string().unwrap_or_default()
}

/// Waits until a condition of the page holds, for five seconds of frames at most.
async fn holds(condition: &str) -> bool {
    let wait = format!(
        "new Promise((done) => {{ let left = 300; const look = () => ({condition}) ? done(true) : left-- ? requestAnimationFrame(look) : done(false); look(); }})"
    );
    let promise: js_sys::Promise = js(&wait).into();
    let held = JsFuture::from(promise).await;
    held.is_ok_and(|held| held.is_truthy())
}

fn both(en: &str, zh: &str) -> Text {
    Text {
        en: en.into(),
        zh: zh.into(),
    }
}

fn bolt() -> Detail {
    Detail {
        id: "ace.m8".into(),
        sku: "M8".into(),
        gtin: None,
        name: both("Hex bolt", "六角螺栓"),
        description: both("A bolt.", "一种螺栓。"),
        category: "bolts".into(),
        supplier: "ace".into(),
        unit: "C62".into(),
        currency: "SGD".into(),
        price_breaks: vec![(100, 4_200), (500, 3_600)],
        moq: 100,
        order_multiple: 50,
        stock: 800,
        lead_time_days: 7,
        origin: "SG".into(),
        hs_code: "731815".into(),
        gross_weight_g: 12.5,
        carton: Carton {
            quantity: 500,
            size_mm: [400, 300, 250],
            weight_g: 6_500,
        },
        sample: Sample::Paid,
        certificates: Vec::new(),
        attributes: Vec::new(),
        similar: Vec::new(),
        photos: vec!["0a.webp".into()],
        listed_on: "2026-11-01".into(),
    }
}

/// Starts the app at the product's address, with a catalogue that needs no server. Once: it is there for all tests.
async fn at_the_product() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let front = Front {
            products: 1,
            rate: Rate {
                date: "2026-11-20".into(),
                cny_per_sgd_millionths: 5_400_000,
                sgd_per_usd_millionths: 1_300_000,
            },
            shards: vec![ShardRef {
                first: "ace.m8".into(),
                file: "shard.bin".into(),
            }],
            ..Front::default()
        };
        let shard = Shard {
            products: vec![bolt()],
            ..Shard::default()
        };
        js("window.testParts = {}");
        let parts = js("window.testParts");
        for (name, bytes) in [("front.bin", encode(&front)), ("shard.bin", encode(&shard))] {
            let bytes = js_sys::Uint8Array::from(bytes.as_slice());
            js_sys::Reflect::set(&parts, &name.into(), &bytes).expect("an object takes fields");
        }
        js("const fetched = window.fetch.bind(window); window.fetch = async (request, ...rest) => {
              const part = window.testParts[String(request.url ?? request).split('/').pop()];
              return part ? new Response(part) : fetched(request, ...rest);
            };
            document.head.insertAdjacentHTML('afterbegin', '<base href=\"/\">');
            history.replaceState(null, '', '/en/products/ace.m8');");
        // The app's hook tells the page of its death; here the test wants to know.
        let hook = std::panic::take_hook();
        app::start();
        std::panic::set_hook(hook);
    });
    assert!(holds("document.getElementById('quantity')").await);
}

/// Types a quantity as a buyer does.
fn typed(quantity: &str) {
    js(&format!(
        "{{ const box = document.getElementById('quantity'); box.value = '{quantity}'; box.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
    ));
}

async fn answers(words: &str) -> bool {
    holds(&format!(
        "document.getElementById('quantity-answer').textContent.includes('{words}')"
    ))
    .await
}

fn press(name: &str) {
    js(&format!(
        "[...document.querySelectorAll('.quantity button')].find((button) => (button.ariaLabel ?? button.textContent) === '{name}').click()"
    ));
}

async fn shows(quantity: &str) -> bool {
    holds(&format!(
        "document.getElementById('quantity').value === '{quantity}'"
    ))
    .await
}

#[wasm_bindgen_test]
async fn steps_obey_the_multiple_and_stop_at_the_moq() {
    at_the_product().await;
    typed("100");
    press("More");
    assert!(shows("150").await);
    press("Less");
    press("Less");
    assert!(shows("100").await);
    typed("130");
    press("More");
    assert!(shows("150").await, "the next right quantity, not 180");
}

#[wasm_bindgen_test]
async fn a_quantity_against_the_rule_is_told_with_the_nearest_right_one() {
    at_the_product().await;
    typed("20");
    assert!(answers("The smallest order is 100 pc.").await);
    assert_eq!(
        text("document.getElementById('quantity').ariaInvalid"),
        "true"
    );
    press("Take 100");
    assert!(shows("100").await);
    typed("130");
    assert!(answers("Sold in multiples of 50.").await);
    press("Take 150");
    assert!(shows("150").await);
    assert!(answers("S$63.00").await);
    assert!(js("document.getElementById('quantity').ariaInvalid === null").is_truthy());
}

#[wasm_bindgen_test]
async fn what_is_no_number_is_told() {
    at_the_product().await;
    for wrong in ["", "many", "-100", "1.5", "99999999999999999999"] {
        typed(wrong);
        assert!(answers("Please enter a whole number.").await, "{wrong}");
    }
}

#[wasm_bindgen_test]
async fn a_price_break_is_marked_when_its_quantity_is_reached() {
    at_the_product().await;
    typed("450");
    assert!(answers("S$189.00").await);
    assert!(answers("50 pc more bring the unit price to S$0.36.").await);
    typed("500");
    assert!(answers("S$180.00").await);
    assert!(answers("CN¥972.00").await);
    assert!(holds("document.querySelector('[aria-current=true] td').textContent === '500'").await);
}

#[wasm_bindgen_test]
async fn more_than_the_stock_is_said_and_not_refused() {
    at_the_product().await;
    typed("1000");
    assert!(answers("More than the 800 pc in stock").await);
    assert!(answers("S$360.00").await);
}
