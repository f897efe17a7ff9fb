//! A real PostgreSQL server for the tests: found on this machine, started when the first test wants it, and gone with
//! this process however that ends.

use std::{
    env, fs,
    io::Write,
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    str::FromStr,
    sync::Mutex,
    time::{Duration, Instant},
};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use sqlx::{ConnectOptions, PgConnection, postgres::PgConnectOptions};

/// The address of a server to be used instead, such as one that is spread over several machines.
const VARIABLE: &str = "HUB_STORE_POSTGRES";
const MISSING: &str = "there is no PostgreSQL for this test: type `cargo hub test`, which installs it on Debian, or \
    install Debian's package postgresql, or put PostgreSQL's programs on PATH, or name a server's database by \
    HUB_STORE_POSTGRES=postgres://user:password@host:port/name";
/// Slow machines take their time to make a new cluster.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) struct Server {
    pub(super) url: String,
    /// In PEM, whoever vouches that it is 127.0.0.1; empty if it is not ours.
    pub(super) authority: String,
    /// Ends the server when its standard input ends.
    keeper: Option<Mutex<Child>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            // Waiting lets go of its standard input first.
            keeper.get_mut().unwrap().wait().unwrap();
        }
    }
}

impl Server {
    /// The one that was named, or a new one.
    pub(super) async fn named_or_new() -> Self {
        match env::var(VARIABLE) {
            Ok(url) => Self {
                url,
                authority: String::new(),
                keeper: None,
            },
            Err(_) => Self::new().await,
        }
    }

    pub(super) async fn new() -> Self {
        let bin = programs().expect(MISSING);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let password = "a password for tests";
        let papers = Papers::new("127.0.0.1");
        let keeper = as_somebody()
            .args(["sh", "-c", include_str!("server.sh")])
            .env("BIN", &bin)
            .env("PORT", port.to_string())
            .env("PASSWORD", password)
            .env("CERTIFICATE", &papers.certificate)
            .env("KEY", &papers.key)
            .current_dir(env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("setpriv of util-linux, or env, can be started");
        let server = Self {
            // Encryption is for the tests that are about it.
            url: format!(
                "postgres://hub:a%20password%20for%20tests@127.0.0.1:{port}/postgres?sslmode=disable"
            ),
            authority: papers.authority,
            keeper: Some(Mutex::new(keeper)),
        };
        server.connection().await;
        server
    }

    /// Waits until the server takes somebody in.
    pub(super) async fn connection(&self) -> PgConnection {
        let options = PgConnectOptions::from_str(&self.url).unwrap();
        let begun = Instant::now();
        loop {
            match options.connect().await {
                Ok(connection) => return connection,
                Err(error) if begun.elapsed() > PATIENCE => panic!("no PostgreSQL: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Ends the server as a crash would, and starts it again.
    pub(super) fn crash(&self) {
        let keeper = self.keeper.as_ref().expect("a server of our own");
        let mut keeper = keeper.lock().unwrap();
        keeper.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    }
}

/// A certificate for a host with its key, and the certificate of a new authority that has signed it; all in PEM.
pub(super) struct Papers {
    pub(super) authority: String,
    certificate: String,
    key: String,
}

impl Papers {
    pub(super) fn new(host: &str) -> Self {
        let mut authority = CertificateParams::new([]).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let signing = KeyPair::generate().unwrap();
        let vouching = authority.self_signed(&signing).unwrap();
        let (issuer, key) = (
            Issuer::new(authority, signing),
            KeyPair::generate().unwrap(),
        );
        let certificate = CertificateParams::new([host.to_owned()]).unwrap();
        let certificate = certificate.signed_by(&key, &issuer).unwrap();
        Self {
            authority: vouching.pem(),
            certificate: certificate.pem(),
            key: key.serialize_pem(),
        }
    }
}

/// The folder of PostgreSQL's programs: the newest where Debian puts them, or one of PATH.
fn programs() -> Option<PathBuf> {
    let has_both = |folder: &PathBuf| {
        ["initdb", "postgres"]
            .iter()
            .all(|name| folder.join(name).is_file())
    };
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let debian = versions.flatten().map(|version| version.path().join("bin"));
    let newest = debian.filter(has_both).max();
    newest.or_else(|| env::split_paths(&env::var_os("PATH")?).find(has_both))
}

/// PostgreSQL refuses to be run by the administrator: then it runs as the user that its package made, or as nobody.
fn as_somebody() -> Command {
    let id = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).output().ok()?;
        output.status.success().then_some(output.stdout)
    };
    let is_root = id(&["-u"]).is_some_and(|user| user.trim_ascii() == b"0");
    if !is_root {
        return Command::new("env");
    }
    let user = id(&["postgres"]).map_or("nobody", |_| "postgres");
    let mut command = Command::new("setpriv");
    command.args(["--reuid", user, "--regid"]);
    let group = id(&["-g", user]).expect("every user has a group");
    command.arg(String::from_utf8_lossy(group.trim_ascii()).as_ref());
    command.args(["--clear-groups", "--"]);
    command
}
