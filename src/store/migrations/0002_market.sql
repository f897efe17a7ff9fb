-- Accounts, companies and what is theirs. Ids are UUIDs in 16 bytes; instants are milliseconds since 1970-01-01 UTC.
-- Every table that grows with trade begins its key with the tenant, and refers to nothing of another tenant.
CREATE TABLE accounts (
    id BYTEA NOT NULL PRIMARY KEY,
    -- In lower case.
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- PHC string: algorithm, parameters, salt and hash.
    password TEXT NOT NULL,
    is_reviewer BIGINT NOT NULL DEFAULT 0,
    -- Shared secret of RFC 6238; NULL until its owner has shown that they have it.
    totp BYTEA,
    totp_offered BYTEA,
    -- The last time step whose code was taken: none is taken twice.
    totp_step BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL
);

-- Codes for whoever lost the second factor, each good once.
CREATE TABLE recovery_codes (
    account BYTEA NOT NULL,
    -- SHA-256 of the code.
    digest BYTEA NOT NULL,
    PRIMARY KEY (account, digest)
);

CREATE TABLE sessions (
    -- SHA-256 of the token that the browser holds: this table opens nothing.
    digest BYTEA NOT NULL PRIMARY KEY,
    account BYTEA NOT NULL,
    id BYTEA NOT NULL,
    has_second_factor BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    -- What the browser called itself, for the owner to recognize.
    agent TEXT NOT NULL
);
CREATE INDEX sessions_of_an_account ON sessions (account, seen_at);

-- How far a tenant's numbered lists have come: read and written in the transaction that adds to them.
CREATE TABLE heads (
    tenant BYTEA NOT NULL PRIMARY KEY,
    feed BIGINT NOT NULL,
    audit BIGINT NOT NULL,
    -- Hash of the newest audit entry.
    audit_hash BYTEA NOT NULL,
    drafts BIGINT NOT NULL
);

CREATE TABLE companies (
    id BYTEA NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    scheme TEXT NOT NULL,
    number TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    about_en TEXT NOT NULL,
    about_zh TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE members (
    company BYTEA NOT NULL,
    account BYTEA NOT NULL,
    role TEXT NOT NULL,
    version BIGINT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (company, account)
);
CREATE INDEX members_of_an_account ON members (account, company);

CREATE TABLE invitations (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    -- SHA-256 of the secret.
    digest BYTEA NOT NULL,
    version BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE drafts (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- What was answered to whom under which key. Never deleted: a phone may come back after a year.
CREATE TABLE answers (
    company BYTEA NOT NULL,
    account BYTEA NOT NULL,
    key TEXT NOT NULL,
    -- SHA-256 of what was asked.
    digest BYTEA NOT NULL,
    id BYTEA NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, account, key)
);

-- The feed: numbered from 1 without a gap.
CREATE TABLE changes (
    company BYTEA NOT NULL,
    number BIGINT NOT NULL,
    noun TEXT NOT NULL,
    id BYTEA NOT NULL,
    version BIGINT NOT NULL,
    is_gone BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (company, number)
);

-- Who did what: each entry's hash covers the entry and the hash before it.
CREATE TABLE audit (
    tenant BYTEA NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor BYTEA NOT NULL,
    action TEXT NOT NULL,
    noun TEXT NOT NULL,
    object BYTEA NOT NULL,
    -- SHA-256 of what was asked.
    digest BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (tenant, number)
);
