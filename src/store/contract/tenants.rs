//! What the schema must keep to, so that its tables can be spread over several machines by tenant; read back from a
//! database that the migrations have made.

use super::{Place, open};
use crate::backend::Pool;

/// Tables that do not begin with a tenant, and why they need not.
const EXCEPTIONS: [(&str, &str); 11] = [
    ("_sqlx_migrations", "a row a release"),
    ("turns", "a row a thing that is done by one at a time"),
    ("catalogue_parts", "the same for everybody, as a whole"),
    ("catalogue_bodies", "beside its part"),
    (
        "catalogue_editions",
        "one row: what the catalogue was made from",
    ),
    ("supplier_codes", "a code is one company's of all"),
    ("waiting", "what is asked of a code that no company has yet"),
    ("accounts", "an account is its own tenant, by its id"),
    ("companies", "a company is its own tenant, by its id"),
    (
        "ceremonies",
        "found by their id, before anybody knows who signs in",
    ),
    (
        "sessions",
        "found by their token's hash, before anybody knows whose they are",
    ),
];
const TENANTS: [&str; 3] = ["tenant", "company", "account"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_table_that_grows_begins_its_key_with_the_tenant() {
    let store = open(&Place::postgres().await).await;
    let Pool::Postgres(pool) = &store.writer else {
        unreachable!("opened as PostgreSQL")
    };
    let keys: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT tables.table_name::text, coalesce(k.column_name, '')::text, coalesce(c.data_type, '')::text
           FROM information_schema.tables
           LEFT JOIN information_schema.table_constraints AS t ON t.table_schema = tables.table_schema
             AND t.table_name = tables.table_name AND t.constraint_type = 'PRIMARY KEY'
           LEFT JOIN information_schema.key_column_usage AS k ON k.constraint_schema = t.constraint_schema
             AND k.constraint_name = t.constraint_name AND k.ordinal_position = 1
           LEFT JOIN information_schema.columns AS c ON c.table_schema = tables.table_schema
             AND c.table_name = tables.table_name AND c.column_name = k.column_name
           WHERE tables.table_schema = current_schema()",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(keys.len() > 10, "the schema was not found");
    for (table, first, kind) in keys {
        if EXCEPTIONS.iter().any(|(name, _)| *name == table) {
            continue;
        }
        assert!(TENANTS.contains(&&*first), "{table} begins with {first:?}");
        assert_eq!(kind, "bytea", "{table}");
    }
    let count = async |statement: &'static str| -> i64 {
        sqlx::query_scalar(statement).fetch_one(pool).await.unwrap()
    };
    // They are a bottleneck where a table is on many machines, and their gaps would be gaps in the feed.
    let sequences = count(
        "SELECT count(*) FROM information_schema.sequences WHERE sequence_schema = current_schema()",
    );
    assert_eq!(sequences.await, 0);
    let foreign: Vec<String> = sqlx::query_scalar(
        "SELECT table_name::text FROM information_schema.table_constraints
         WHERE constraint_schema = current_schema() AND constraint_type = 'FOREIGN KEY'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    // Of no tenant's at all.
    assert_eq!(foreign, ["catalogue_bodies"]);
}
