-- The published catalogue: what clients may fetch now, and what they may still be reading from an earlier publication.
-- Names of types are PostgreSQL's; SQLite stores the values as they are bound.
CREATE TABLE catalogue_parts (
    name TEXT NOT NULL PRIMARY KEY,
    -- SHA-256 of the part as published, lower-case hexadecimal.
    digest TEXT NOT NULL,
    -- Seconds since 1970-01-01 UTC at which a publication left the part out; NULL while it is current.
    withdrawn_at BIGINT
);

CREATE TABLE catalogue_bodies (
    name TEXT NOT NULL REFERENCES catalogue_parts (name) ON DELETE CASCADE,
    coding TEXT NOT NULL CHECK (coding IN ('identity', 'gzip', 'br')),
    body BYTEA NOT NULL,
    PRIMARY KEY (name, coding)
);
