//! The connection to PostgreSQL is as safe as its address asks for: `sslmode` and `sslrootcert`.

use std::fs;

use sqlx::PgPool;

use super::{
    Place,
    place::Folder,
    server::{Papers, Server},
};
use crate::{Store, StoreError, backend::Pool};

/// An address of a server of our own, without the query.
async fn bare() -> (String, String) {
    let shared = Place::server().await;
    if !shared.authority.is_empty() {
        return without_query(shared);
    }
    // Gone when its keeper is dropped, which must not be before the tests end.
    without_query(Box::leak(Box::new(Server::new().await)))
}

fn without_query(server: &Server) -> (String, String) {
    let url = server.url.split('?').next().unwrap();
    (url.to_owned(), server.authority.clone())
}

fn pool(store: &Store) -> &PgPool {
    let Pool::Postgres(pool) = &store.writer else {
        panic!("not PostgreSQL");
    };
    pool
}

/// What the server says of the connection.
async fn is_encrypted(store: &Store) -> bool {
    let own = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    sqlx::query_scalar(own)
        .fetch_one(pool(store))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_is_as_safe_as_its_address_asks_for() {
    let (url, authority) = bare().await;
    let folder = Folder::new();
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let file = folder.as_ref().join(name);
        fs::write(&file, text).unwrap();
        file.display().to_string()
    };
    let known = file("known.pem", &authority);
    let stranger = file("stranger.pem", &Papers::new("127.0.0.1").authority);
    let connect = async |host: &str, query: String| {
        let address = url.replace("@127.0.0.1:", &format!("@{host}:"));
        Store::connect(&format!("{address}?{query}")).await
    };

    for (query, encrypted) in [
        (format!("sslmode=verify-full&sslrootcert={known}"), true),
        (format!("sslmode=verify-ca&sslrootcert={known}"), true),
        ("sslmode=require".to_owned(), true),
        ("sslmode=disable".to_owned(), false),
    ] {
        let store = connect("127.0.0.1", query.clone()).await.unwrap();
        assert_eq!(is_encrypted(&store).await, encrypted, "{query}");
        store.close().await.unwrap();
    }

    for (host, query) in [
        // Vouched for by somebody else, by nobody, and for another host.
        (
            "127.0.0.1",
            format!("sslmode=verify-full&sslrootcert={stranger}"),
        ),
        ("127.0.0.1", "sslmode=verify-full".to_owned()),
        (
            "localhost",
            format!("sslmode=verify-full&sslrootcert={known}"),
        ),
    ] {
        let refused = connect(host, query.clone()).await;
        assert!(
            matches!(refused, Err(StoreError::Untrusted(_))),
            "{host} {query}: {refused:?}"
        );
    }
}
