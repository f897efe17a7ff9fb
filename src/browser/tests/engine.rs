//! The engine's worker, with a script in its place that answers a part with its name, and a search as its words say.

use std::cell::RefCell;
use std::rc::Rc;

use browser::catalogue::{self, Bytes};
use browser::engine::{Engine, News, Task};
use search::ask::{Answer, Ask, Part};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{holds, js};

/// In postcard the question `Add { name, part }` is one byte longer than the answer `Added { name }`, the part's, and
/// else the same.
const SCRIPT: &str = r#"
onmessage = (event) => {
  const [head, body] = event.data;
  const words = new TextDecoder().decode(head);
  if (words.includes('die')) throw new Error('as asked');
  if (words.includes('babble')) postMessage(new Uint8Array([255, 255]));
  else if (head[0] === 0) postMessage(head.slice(0, body.byteLength ? -1 : 0));
  else postMessage('ready');
};
postMessage('ready');
"#;

/// Starts an engine whose news are kept, and counted in the page as `window.testNews`.
fn start() -> (Engine, Rc<RefCell<Vec<News>>>) {
    js(
        "window.testNews = 0; document.querySelector('meta[name=\"hub:engine\"]')?.remove();
        document.head.insertAdjacentHTML('beforeend', '<meta name=\"hub:engine\">')",
    );
    js(&format!(
        "document.querySelector('meta[name=\"hub:engine\"]').content = URL.createObjectURL(new Blob([{SCRIPT:?}], {{ type: 'text/javascript' }}))"
    ));
    let heard = Rc::new(RefCell::new(Vec::new()));
    let kept = heard.clone();
    let engine = Engine::start(move |news| {
        kept.borrow_mut().push(news);
        js("window.testNews += 1");
    });
    (engine, heard)
}

/// Bytes as they come from the network.
async fn bytes() -> Bytes {
    js(
        "window.testFetch = window.fetch; window.fetch = async () => new Response(new Uint8Array([1, 2, 3]))",
    );
    let bytes = catalogue::bytes("segment.bin", false).await;
    js("window.fetch = window.testFetch");
    bytes.expect("the fetch of this test answers")
}

fn add(name: &str) -> Ask {
    Ask::Add {
        name: name.into(),
        part: Part::Segment,
    }
}

fn search(version: u32, text: &str) -> Ask {
    Ask::Search {
        version,
        text: text.into(),
        limit: 1,
    }
}

#[wasm_bindgen_test]
async fn a_part_is_given_to_the_worker_and_its_answer_heard() {
    let (engine, heard) = start();
    engine.add(&add("bolts"), bytes().await);
    assert!(holds("window.testNews === 1").await);
    let name = "bolts".to_owned();
    assert_eq!(*heard.borrow(), [News::Answer(Answer::Added { name })]);
}

#[wasm_bindgen_test]
async fn a_worker_that_dies_is_replaced_and_what_it_died_of_is_told() {
    let (engine, heard) = start();
    engine.ask(&search(7, "die"));
    assert!(holds("window.testNews === 1").await);
    engine.add(&add("nuts"), bytes().await);
    assert!(holds("window.testNews === 2").await);
    let died = News::Died {
        of: Some(Task::Answer(7)),
        replaced: true,
    };
    let name = "nuts".to_owned();
    assert_eq!(
        *heard.borrow(),
        [died, News::Answer(Answer::Added { name })]
    );
}

#[wasm_bindgen_test]
async fn an_answer_that_cannot_be_read_is_as_good_as_a_death() {
    let (engine, heard) = start();
    engine.add(&add("babble"), bytes().await);
    assert!(holds("window.testNews === 1").await);
    let died = News::Died {
        of: Some(Task::Add("babble".to_owned())),
        replaced: true,
    };
    assert_eq!(*heard.borrow(), [died]);
}

#[wasm_bindgen_test]
async fn a_worker_that_dies_again_and_again_stays_dead_until_somebody_asks() {
    let (engine, heard) = start();
    for death in 1..=3 {
        engine.ask(&search(death, "die"));
        assert!(holds(&format!("window.testNews === {death}")).await);
    }
    assert!(!engine.is_running());
    let last = News::Died {
        of: Some(Task::Answer(3)),
        replaced: false,
    };
    assert_eq!(heard.borrow().last(), Some(&last));
    // Nobody is there to hear it.
    engine.ask(&search(4, "die"));
    engine.revive();
    engine.add(&add("nuts"), bytes().await);
    assert!(holds("window.testNews === 4").await);
}

#[wasm_bindgen_test]
async fn a_page_that_names_no_worker_has_none() {
    js("document.querySelector('meta[name=\"hub:engine\"]')?.remove()");
    let engine = Engine::start(|_| {});
    assert!(!engine.is_running());
    engine.ask(&search(1, "bolt"));
}
