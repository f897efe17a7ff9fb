-- Requests, quotations and what is said about them. Each has a row with every company it concerns, so that nobody ever
-- reads another tenant's; bodies are the market's own text.
ALTER TABLE heads ADD COLUMN notices BIGINT NOT NULL DEFAULT 0;
ALTER TABLE heads ADD COLUMN notices_read BIGINT NOT NULL DEFAULT 0;

-- The buyer's, and for each asked supplier a copy of its own without anybody else in it.
CREATE TABLE requests (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- The same with the buyer and with the supplier.
CREATE TABLE quotations (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    request BYTEA NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX quotations_of_a_request ON quotations (company, request, id);

-- The messages of a quotation, under its id, with both of its companies.
CREATE TABLE threads (
    company BYTEA NOT NULL,
    id BYTEA NOT NULL,
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

-- What a company was told, numbered from 1 without a gap; also the queue for whoever carries it further, as mail.
CREATE TABLE notices (
    company BYTEA NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    noun TEXT NOT NULL,
    id BYTEA NOT NULL,
    at BIGINT NOT NULL,
    is_carried BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (company, number)
);
CREATE INDEX notices_to_carry ON notices (at, company, number) WHERE is_carried = 0;

-- Quotations of suppliers nobody of whom has joined: whoever takes the code is given them.
CREATE TABLE waiting (
    code TEXT NOT NULL,
    -- The buyer.
    company BYTEA NOT NULL,
    quotation BYTEA NOT NULL,
    PRIMARY KEY (code, company, quotation)
);
