-- What suppliers show to buyers, and what they keep for it.
ALTER TABLE heads ADD COLUMN listings BIGINT NOT NULL DEFAULT 0;
ALTER TABLE heads ADD COLUMN blobs BIGINT NOT NULL DEFAULT 0;

-- A product, or under the company's own id the supplier's page. Rows are withdrawn, never deleted.
CREATE TABLE listings (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Version of the draft that was published.
    draft BIGINT NOT NULL,
    -- Checked: what the catalogue is made from.
    content TEXT NOT NULL,
    -- A product's number in lower case, a supplier's code.
    key TEXT NOT NULL,
    -- The last day on which all its certificates count, in days since 1970-01-01; far away without any.
    expires_on BIGINT NOT NULL,
    version BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX listings_by_key ON listings (company, key);
CREATE INDEX listings_by_end ON listings (company, expires_on);
-- The sum of all versions grows with every change: it tells whether the catalogue is up to date.
CREATE INDEX listings_by_version ON listings (version);

-- What became of each item of a publication: a line an item.
CREATE TABLE publications (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    items TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- A code is part of addresses and stays its first owner's.
CREATE TABLE supplier_codes (
    code TEXT NOT NULL PRIMARY KEY,
    company BYTEA NOT NULL
);
CREATE INDEX codes_of_a_company ON supplier_codes (company);

-- All of a blob but its bytes, which lie under the object's name in the blobs' own store.
CREATE TABLE blobs (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    media TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    -- SHA-256.
    digest BYTEA NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    object TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- Photographs that were published, by the digest that everybody asks for them with.
CREATE TABLE photos (
    digest BYTEA NOT NULL PRIMARY KEY,
    company BYTEA NOT NULL,
    blob BYTEA NOT NULL
);

-- What the current catalogue was made from: the sum of all listings' versions, and the name of the goods beside them.
CREATE TABLE catalogue_editions (
    name TEXT NOT NULL PRIMARY KEY,
    listings BIGINT NOT NULL,
    base TEXT NOT NULL
);
