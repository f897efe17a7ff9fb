use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

/// Every step from an empty database to today's schema. Released steps are never edited: their checksums are kept in
/// the database, and a database that knows a step which is missing here is refused.
pub(crate) fn all() -> Migrator {
    let step = |version, description: &'static str, sql: &'static str| {
        let sql = sql.into_sql_str();
        Migration::new(
            version,
            description.into(),
            MigrationType::Simple,
            sql,
            false,
        )
    };
    Migrator::with_migrations(vec![
        step(
            1,
            "catalogue",
            include_str!("migrations/0001_catalogue.sql"),
        ),
        step(2, "market", include_str!("migrations/0002_market.sql")),
    ])
}
