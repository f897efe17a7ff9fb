-- Passkeys (WebAuthn): keys that a device holds and shows to have. Nothing here opens anything by itself.
CREATE TABLE passkeys (
    account BYTEA NOT NULL,
    id BYTEA NOT NULL,
    -- What the device calls it.
    credential BYTEA NOT NULL,
    -- What its owner calls it.
    name TEXT NOT NULL,
    -- Public key, counter and flags, as webauthn-rs writes them.
    passkey TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    -- Of the last sign-in; 0 before the first.
    used_at BIGINT NOT NULL,
    PRIMARY KEY (account, id),
    UNIQUE (account, credential)
);

-- A device has been asked to show a key, and has not answered yet.
CREATE TABLE ceremonies (
    id BYTEA NOT NULL PRIMARY KEY,
    -- Who is to get a key; empty while somebody signs in, whoever that may be.
    account BYTEA NOT NULL,
    -- The challenge and what is expected of the answer, as webauthn-rs writes them.
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX ceremonies_by_end ON ceremonies (expires_at);
