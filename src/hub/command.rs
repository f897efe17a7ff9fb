//! What a person may type after `cargo hub`, and the help that tells them.

use std::{
    ffi::OsString,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
};

use lexopt::prelude::*;

use crate::{ekyc, search, test::Part, torture::Victim, trouble::Trouble};

/// Only this machine: what is served to others is a decision.
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// One thing to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Doctor,
    Build,
    Serve {
        host: IpAddr,
        port: Option<u16>,
    },
    /// The server alone.
    Alone {
        listen: SocketAddr,
        data: PathBuf,
    },
    Backup {
        data: Option<PathBuf>,
        into: PathBuf,
    },
    Restore {
        from: PathBuf,
        data: Option<PathBuf>,
    },
    Audit {
        data: Option<PathBuf>,
    },
    Reviewer {
        data: Option<PathBuf>,
        email: String,
    },
    /// Kills somebody so many times.
    Torture {
        victim: Victim,
        kills: u32,
    },
    Demo {
        address: Option<String>,
    },
    Import {
        folder: PathBuf,
    },
    Test {
        parts: Vec<Part>,
    },
    Bench {
        write: bool,
    },
    /// The search engine beside its peers.
    BenchSearch {
        write: bool,
    },
    Search(search::Task),
    SearchHelp,
    Ekyc(ekyc::Task),
    EkycHelp,
}

/// All that was typed.
pub struct Typed {
    pub command: Command,
    /// The address of the database, if it was named.
    pub database: Option<String>,
    /// The bucket for photographs, if it was named.
    pub blobs: Option<String>,
}

const TORTURES: &str = "torture knows only `kill`, `browser`, `overload`, `slow` and `power`";

impl Command {
    /// Reads the words after `cargo hub`.
    pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Typed, Trouble> {
        let mut parser = lexopt::Parser::from_args(words);
        read(&mut parser).map_err(|error| {
            Trouble::new(
                error.to_string(),
                "type `cargo hub help` to see what there is",
            )
        })
    }
}

fn read(parser: &mut lexopt::Parser) -> Result<Typed, lexopt::Error> {
    let mut typed = Typed {
        command: Command::Help,
        database: None,
        blobs: None,
    };
    typed.command = read_command(parser, &mut typed)?;
    Ok(typed)
}

fn read_command(
    parser: &mut lexopt::Parser,
    elsewhere: &mut Typed,
) -> Result<Command, lexopt::Error> {
    let mut words: Vec<OsString> = Vec::new();
    let (mut host, mut port, mut address, mut write) = (None, None, None, false);
    let (mut listen, mut data, mut kills) = (None, None::<PathBuf>, None);
    let mut flips = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("host") => host = Some(parser.value()?.parse()?),
            Long("port") => port = Some(parser.value()?.parse()?),
            Long("address") => address = Some(parser.value()?.string()?),
            Long("write") => write = true,
            Long("listen") => listen = Some(parser.value()?.parse()?),
            Long("data") => data = Some(parser.value()?.into()),
            Long("database-url") => elsewhere.database = Some(parser.value()?.string()?),
            Long("blobs") => elsewhere.blobs = Some(parser.value()?.string()?),
            Long("kills") => kills = Some(parser.value()?.parse()?),
            Long("flips") => flips = Some(parser.value()?.parse()?),
            // Its tasks have options of their own.
            Value(word) if words.is_empty() && word == "search" => {
                let task = search::Task::read(parser)?;
                return Ok(task.map_or(Command::SearchHelp, Command::Search));
            }
            Value(word) if words.is_empty() && word == "ekyc" => {
                let task = ekyc::Task::read(parser)?;
                return Ok(task.map_or(Command::EkycHelp, Command::Ekyc));
            }
            Value(word) => words.push(word),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let first = words.next().map(|word| word.string()).transpose()?;
    let name = first.as_deref().unwrap_or("serve");
    let serves = name == "serve" && listen.is_none();
    let mut folder = |what: &str| words.next().ok_or(format!("{name} needs {what}"));
    let command = match name {
        "serve" if listen.is_some() => Command::Alone {
            listen: listen.take().unwrap_or_else(|| SocketAddr::new(HERE, 0)),
            data: data.take().ok_or("--listen needs --data FOLDER")?,
        },
        "backup" => Command::Backup {
            into: folder("a folder to copy to")?.into(),
            data: data.take(),
        },
        "restore" => Command::Restore {
            from: folder("the folder of a backup")?.into(),
            data: data.take(),
        },
        "audit" => Command::Audit { data: data.take() },
        "reviewer" => Command::Reviewer {
            email: folder("an account's address")?.string()?,
            data: data.take(),
        },
        "torture" => match words.next() {
            Some(word) => {
                let known = word.to_str().and_then(Victim::parse);
                let (mut victim, usual) = known.ok_or(TORTURES)?;
                if let Victim::Browser { flips: so_many } = &mut victim {
                    *so_many = flips.take().unwrap_or(*so_many);
                }
                let kills = if usual == 0 { None } else { kills.take() }.unwrap_or(usual);
                Command::Torture { victim, kills }
            }
            None => return Err(TORTURES.into()),
        },
        "help" => Command::Help,
        "doctor" => Command::Doctor,
        "build" => Command::Build,
        "demo" => Command::Demo {
            address: address.take(),
        },
        "bench" => match words.next() {
            None => Command::Bench { write },
            Some(word) if word == "search" => Command::BenchSearch { write },
            Some(word) if word == "server" && !write => Command::Torture {
                victim: Victim::Measured,
                kills: 0,
            },
            Some(word) => {
                let word = word.display();
                return Err(format!(
                    "bench knows no `{word}`: only `search`, `server`, or nothing"
                )
                .into());
            }
        },
        "serve" => Command::Serve {
            host: host.take().unwrap_or(HERE),
            port: port.take(),
        },
        "import" => Command::Import {
            folder: words
                .next()
                .ok_or("import needs the folder of a supplier, as in `cargo hub import FOLDER`")?
                .into(),
        },
        "test" => Command::Test {
            parts: words
                .by_ref()
                .map(|word| word.parse_with(Part::parse))
                .collect::<Result<_, _>>()?,
        },
        unknown => return Err(format!("there is no command `{unknown}`").into()),
    };
    if !serves && (host.is_some() || port.is_some()) {
        return Err("--host and --port belong to `cargo hub serve`".into());
    }
    if listen.is_some() || data.is_some() || kills.is_some() || flips.is_some() {
        let why = "--listen, --data, --kills and --flips belong to the server's commands";
        return Err(why.into());
    }
    let keeps = ["serve", "backup", "restore", "audit", "reviewer"];
    if elsewhere.database.is_some() && !keeps.contains(&name) {
        return Err("--database-url belongs to the server's commands".into());
    }
    if elsewhere.blobs.is_some() && !keeps.contains(&name) {
        return Err("--blobs belongs to the server's commands".into());
    }
    if address.is_some() {
        return Err("--address belongs to `cargo hub demo`".into());
    }
    if write && name != "bench" {
        return Err("--write belongs to `cargo hub bench`".into());
    }
    match words.next() {
        Some(extra) => Err(format!("`{}` is one word too many", extra.display()).into()),
        None => Ok(command),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        Command::parse(line.split_whitespace().map(OsString::from))
            .map(|typed| typed.command)
            .map_err(|trouble| trouble.to_string())
    }

    #[test]
    fn no_word_means_serve() {
        let served = |port| Command::Serve { host: HERE, port };
        assert_eq!(parse(""), Ok(served(None)));
        assert_eq!(parse("--port 9000"), Ok(served(Some(9000))));
        assert_eq!(parse("serve --port=9000"), Ok(served(Some(9000))));
    }

    #[test]
    fn words_are_understood() {
        assert_eq!(parse("doctor"), Ok(Command::Doctor));
        assert_eq!(parse("build --help"), Ok(Command::Help));
        let address = Some("https://hub.example/".to_owned());
        assert_eq!(
            parse("demo --address https://hub.example/"),
            Ok(Command::Demo { address })
        );
        assert_eq!(parse("bench --write"), Ok(Command::Bench { write: true }));
        let write = false;
        assert_eq!(parse("bench search"), Ok(Command::BenchSearch { write }));
        let parts = vec![Part::Tidy, Part::Wasm];
        assert_eq!(parse("test tidy wasm"), Ok(Command::Test { parts }));
        let folder = PathBuf::from("a/b");
        assert_eq!(parse("import a/b"), Ok(Command::Import { folder }));
    }

    #[test]
    fn the_servers_commands_name_its_folder() {
        let (data, listen) = (PathBuf::from("d"), "127.0.0.1:9000".parse().unwrap());
        let alone = Command::Alone {
            listen,
            data: data.clone(),
        };
        assert_eq!(parse("serve --listen 127.0.0.1:9000 --data d"), Ok(alone));
        let line = "audit --database-url postgres://hub@db/hub";
        let typed =
            Command::parse(line.split(' ').map(OsString::from)).unwrap_or_else(|_| panic!());
        assert_eq!(typed.database.as_deref(), Some("postgres://hub@db/hub"));
        let backup = Command::Backup {
            data: Some(data.clone()),
            into: "b".into(),
        };
        assert_eq!(parse("backup b --data d"), Ok(backup));
        assert_eq!(
            parse("restore b"),
            Ok(Command::Restore {
                from: "b".into(),
                data: None
            })
        );
        assert_eq!(
            parse("audit --data d"),
            Ok(Command::Audit { data: Some(data) })
        );
        let reviewer = Command::Reviewer {
            data: None,
            email: "a@b.sg".into(),
        };
        assert_eq!(parse("reviewer a@b.sg"), Ok(reviewer));
        for (line, victim, kills) in [
            ("torture kill --kills 3", Victim::Server, 3),
            ("torture browser", Victim::Browser { flips: 50 }, 50),
            (
                "torture browser --flips 3",
                Victim::Browser { flips: 3 },
                50,
            ),
            ("torture overload", Victim::Overloaded, 0),
            ("torture slow", Victim::Slow, 0),
            ("torture power --kills 9", Victim::Power, 9),
            ("bench server", Victim::Measured, 0),
        ] {
            assert_eq!(parse(line), Ok(Command::Torture { victim, kills }));
        }
    }

    #[test]
    fn search_has_tasks_with_options_of_their_own() {
        let order = search::Order {
            docs: "d".into(),
            queries: "q".into(),
            language: search::set::Language::Chinese,
            out: "o".into(),
        };
        let run = "search run --docs d --queries q --language zh --out o";
        let task = search::Task::Run(order);
        assert_eq!(parse(run), Ok(Command::Search(task)));
        let laid = search::Task::LayOut {
            docs: "d".into(),
            out: "o".into(),
        };
        assert_eq!(
            parse("search lay-out --docs d --out o"),
            Ok(Command::Search(laid))
        );
        assert!(parse("search fetch --from http://x/ --text a --queries q").is_err());
        assert!(parse("search known --from http://x/").is_err());
        let known = Command::Search(search::Task::Known { out: None });
        assert_eq!(parse("search known"), Ok(known));
        assert_eq!(parse("search --help"), Ok(Command::SearchHelp));
    }

    #[test]
    fn ekyc_has_tasks_with_options_of_their_own() {
        let numbers = |day| Command::Ekyc(ekyc::Task::Numbers { day });
        assert_eq!(parse("ekyc numbers"), Ok(numbers(None)));
        let day = "2026-11-22".parse().ok();
        assert_eq!(parse("ekyc numbers --day 2026-11-22"), Ok(numbers(day)));
        assert_eq!(parse("ekyc --help"), Ok(Command::EkycHelp));
    }

    #[test]
    fn mistakes_are_named_and_point_to_the_help() {
        for line in [
            "fly",
            "import",
            "test everything",
            "build --port 1",
            "demo --write",
            "build --address x",
            "doctor twice",
            "--port many",
            "--host everywhere",
            "bench everything",
            "ekyc",
            "ekyc everything",
            "ekyc numbers --day never",
            "serve --listen 127.0.0.1:9000",
            "serve --data d",
            "serve --listen here --data d",
            "backup",
            "restore",
            "reviewer",
            "torture",
            "torture everything",
            "build --kills 3",
            "torture kill --flips 3",
            "build --database-url postgres://h/d",
            "search",
            "search everything",
            "search run --docs d --queries q --language de --out o",
            "search run --docs d --queries q --out o",
            "search known --docs d",
            "search score --set s --run r --language en --out o",
        ] {
            let error = parse(line).unwrap_err();
            assert!(error.contains("cargo hub help"), "{line}: {error}");
        }
    }
}
