-- Which published listing shows which photograph: what none shows is nobody's to see any more.
CREATE TABLE shown_photos (
    company BYTEA NOT NULL,
    listing BYTEA NOT NULL,
    -- SHA-256, by which everybody asks for it.
    digest BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    PRIMARY KEY (company, listing, digest)
);
CREATE INDEX shown_photos_by_digest ON shown_photos (digest);
DROP TABLE photos;

