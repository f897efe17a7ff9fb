use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

/// What both databases understand alike; what each adds to it stands in a folder of its own.
const CATALOGUE: &str = include_str!("migrations/0001_catalogue.sql");

const LISTINGS: (&str, &str) = ("listings", include_str!("migrations/0003_listings.sql"));
const PASSKEYS: (&str, &str) = ("passkeys", include_str!("migrations/0004_passkeys.sql"));

const DEALS: (&str, &str) = ("deals", include_str!("migrations/0006_deals.sql"));
const ORDERS: (&str, &str) = ("orders", include_str!("migrations/0007_orders.sql"));

const SQLITE: [(&str, &str); 7] = [
    ("catalogue", CATALOGUE),
    (
        "market",
        concat!(
            include_str!("migrations/0002_market.sql"),
            include_str!("migrations/sqlite/0002_audit_is_only_added_to.sql"),
        ),
    ),
    LISTINGS,
    PASSKEYS,
    (
        "shown_photos",
        concat!(
            include_str!("migrations/0005_shown_photos.sql"),
            include_str!("migrations/sqlite/0005_what_is_shown.sql"),
        ),
    ),
    DEALS,
    ORDERS,
];
const POSTGRES: [(&str, &str); 7] = [
    ("catalogue", CATALOGUE),
    (
        "market",
        concat!(
            include_str!("migrations/0002_market.sql"),
            include_str!("migrations/postgres/0002_audit_is_only_added_to.sql"),
        ),
    ),
    LISTINGS,
    PASSKEYS,
    (
        "shown_photos",
        concat!(
            include_str!("migrations/0005_shown_photos.sql"),
            include_str!("migrations/postgres/0005_what_is_shown.sql"),
        ),
    ),
    DEALS,
    ORDERS,
];

/// Every step from an empty database to today's schema. Released steps are never edited: their checksums are kept in
/// the database, and a database that knows a step which is missing here is refused.
pub(crate) fn of_sqlite() -> Migrator {
    migrator(&SQLITE)
}

/// The same for PostgreSQL. Whoever runs it sees to it that nobody else does meanwhile.
pub(crate) fn of_postgres() -> Migrator {
    let mut migrator = migrator(&POSTGRES);
    migrator.set_locking(false);
    migrator
}

fn migrator(steps: &[(&'static str, &'static str)]) -> Migrator {
    let step = |(version, (description, sql)): (i64, &(&'static str, &'static str))| {
        let kind = MigrationType::Simple;
        let sql = sql.into_sql_str();
        Migration::new(version, (*description).into(), kind, sql, false)
    };
    Migrator::with_migrations((1..).zip(steps).map(step).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SHA-384, as databases out there keep it: a step that reads differently is refused by all of them.
    #[test]
    fn released_steps_are_what_they_were() {
        let market = &of_sqlite().migrations[1];
        let sum: String = market
            .checksum
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            sum,
            "5552a2756fd6d190b5508387c535d1e5425dc7be2587427ded34b9a7270abca988df3939c7bf24beb6cb04b3bbc53afc"
        );
    }
}
