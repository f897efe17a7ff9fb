//! What `cargo hub help` prints.

pub const HELP: &str = "\
Asia SME Hub: one command to build it, see it, check it.

  cargo hub                 build what is missing, then open the hub at one address
  cargo hub serve           the same; with --port 8080 and --host 127.0.0.1 to choose the address
  cargo hub serve --listen 127.0.0.1:9000 --data FOLDER
                            the server alone, on a release build, with all that it keeps in that folder;
                            with --database-url postgres://… (or DATABASE_URL) in that database instead;
                            with --blobs s3://bucket (or HUB_BLOBS) and the usual AWS_… variables photographs there
  cargo hub backup FOLDER   copy what the server keeps, while it runs too, and verify the copy;
  cargo hub restore FOLDER  put such a copy where there is nothing yet; both with --data FOLDER if it is not data/
  cargo hub audit           verify the audit log, and name the first bad entry; with --data FOLDER
  cargo hub reviewer EMAIL  make an account one of the hub's reviewers; with --data FOLDER
  cargo hub torture kill    kill the server again and again under 16 clients, and count what is lost or doubled;
                            with --kills 150
  cargo hub torture browser kill the browser while it keeps what is written, flip a bit in each file that it keeps,
                            and look what is lost or arrives twice; with --kills 50
  cargo hub torture overload
                            ask the server for three times what it can do, and count what is done and what refused
  cargo hub torture slow    open 1,200 connections that never finish what they ask, and look when each is closed, and
                            what others notice of it
  cargo hub torture power   cut the power under the server again and again, as its administrator on Linux, and count
                            what is lost, beside a server that does lose; with --kills 40
  cargo hub build           build only
  cargo hub demo            write the static demonstration into dist/, to be put on any web server;
                            with --address https://… to name where that will be, for search engines
  cargo hub import FOLDER   check a supplier's folder of CSV or XLSX files; changes nothing
  cargo hub test [PART]     run every check; PART is one of tidy, lint, native, wasm, end2end
  cargo hub bench [--write] measure, and print the tables; --write puts them into README.md
  cargo hub bench search [--write]
                            the same for the search engine, beside the engines that others would pick
  cargo hub bench server    what the server does in a second: reads by id, and durable writes;
                            how soon a buyer sees what is published
  cargo hub search TASK     ask the engine here: run, score, known, lay-out …; `cargo hub search --help` says more
  cargo hub ekyc TASK       read and check documents as the browser does; `cargo hub ekyc --help` says more
  cargo hub doctor          say which tools are here, and which are missing
  cargo hub help            this text

The first run installs what is missing into a folder of your own and takes some minutes; later runs take seconds.
To show the hub to a phone in the same network: cargo hub serve --host 0.0.0.0
";
