use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::PathBuf,
};

use search::sharded::Root;

use super::{
    host::Host,
    lay_out::{files_of, write},
    look::look,
    report::{fetch, shares},
};
use crate::search::{
    engine::words,
    set::{Language, Page},
    task::{Wanted, What},
};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hub-files-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn pages() -> Vec<Page> {
    (0..600)
        .map(|number| Page {
            id: format!("p{number}"),
            title: match number {
                417 => "Hex bolt M8x40 zinc plated".to_owned(),
                _ => format!("Steel washer number {number}"),
            },
            body: "for machines".to_owned(),
        })
        .collect()
}

/// A server of static files as small as can be; tells its address.
fn serve(folder: PathBuf, answers_ranges: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let first = lines.next().unwrap().unwrap();
            let name = first.split(' ').nth(1).unwrap().trim_start_matches('/');
            let head: Vec<String> = lines
                .map(Result::unwrap)
                .take_while(|line| !line.is_empty())
                .collect();
            let Ok(whole) = fs::read(folder.join(name)) else {
                stream
                    .write_all(
                        b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                    )
                    .unwrap();
                continue;
            };
            let range = head.iter().find_map(|line| {
                let line = line.to_lowercase();
                let (from, last) = line.strip_prefix("range: bytes=")?.split_once('-')?;
                Some((from.parse().ok()?, last.parse::<usize>().ok()?))
            });
            let (status, body) = match range.filter(|_| answers_ranges) {
                Some((from, last)) => ("206 Partial Content", &whole[from..=last]),
                None => ("200 OK", whole.as_slice()),
            };
            write!(
                stream,
                "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            )
            .unwrap();
            stream.write_all(body).unwrap();
        }
    });
    address
}

#[test]
fn a_search_fetches_what_it_needs() {
    let place = folder("parts");
    let files = files_of(&pages());
    write(&files, &place).unwrap();
    let mut host = Host::new(&serve(place, true)).unwrap();
    let root = host.root().unwrap();
    assert_eq!(root, files.root);
    let root = Root::open(&root).unwrap();
    let looked = look(&mut host, &root, &words(), "bolts m8*40", 10).unwrap();
    assert_eq!(looked.hits[0].key, "p417");
    assert_eq!(looked.hits[0].title, "Hex bolt M8x40 zinc plated");
    assert!(host.answers_ranges());
    let all: usize = files.named().iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(0 < looked.dictionary && 0 < looked.others);
    assert!(
        looked.dictionary + looked.others < all as u64 / 2,
        "{looked:?} of {all}"
    );
    assert_eq!(
        host.fetched,
        files.root.len() as u64 + looked.dictionary + looked.others
    );
}

#[test]
fn a_server_without_ranges_is_asked_once_for_each_file() {
    let place = folder("whole");
    let files = files_of(&pages());
    write(&files, &place).unwrap();
    let mut host = Host::new(&serve(place, false)).unwrap();
    let root = host.root().unwrap();
    let root = Root::open(&root).unwrap();
    for _ in 0..2 {
        let looked = look(&mut host, &root, &words(), "bolts m8*40", 10).unwrap();
        assert_eq!(looked.hits[0].key, "p417");
    }
    assert!(!host.answers_ranges());
    assert!(host.requests <= 5, "{}", host.requests);
}

#[test]
fn a_set_is_asked_and_its_run_written() {
    let place = folder("set");
    write(&files_of(&pages()), &place).unwrap();
    let file = place.join("queries.tsv");
    fs::write(&file, "id\ten\tzh\n1\thex bolt\t\n2\tnothing like it\t\n").unwrap();
    let out = place.join("run.tsv");
    let wanted = Wanted {
        from: serve(place, true),
        what: What::Queries {
            file,
            language: Language::English,
            out: out.clone(),
        },
    };
    fetch(&wanted).unwrap();
    assert_eq!(fs::read_to_string(out).unwrap(), "1\tp417\n");
    assert_eq!(shares(&mut [3, 1, 2]), [2, 3, 3]);
    assert_eq!(shares(&mut []), [0, 0, 0]);
}

#[test]
fn other_files_and_other_addresses_are_told() {
    let place = folder("other");
    fs::write(place.join("root"), "something else").unwrap();
    let wanted = |from: &str| Wanted {
        from: from.to_owned(),
        what: What::Text("bolt".to_owned()),
    };
    let said = |from: &str| fetch(&wanted(from)).unwrap_err().to_string();
    assert!(said(&serve(place, true)).contains("damaged"));
    assert!(said(&serve(folder("empty"), true)).contains("404"));
    assert!(said("https://hub.example/").contains("plain HTTP"));
}
