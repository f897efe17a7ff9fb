-- Purchase orders, under their quotations' ids, with both of their companies; bodies are the market's own text.
CREATE TABLE orders (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- Offers that a buyer's own people are still to approve: no supplier has any of it.
CREATE TABLE approvals (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- What a company has laid down for its orders, how far it has numbered its documents, and of a supplier what its completed
-- orders say of it; empty text as long as there is nothing.
CREATE TABLE ledgers (
    company BYTEA NOT NULL PRIMARY KEY,
    settings TEXT NOT NULL,
    books TEXT NOT NULL,
    record TEXT NOT NULL,
    -- Orders that the record stands on.
    completed BIGINT NOT NULL DEFAULT 0
);
