CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();

-- Whoever does what only one at a time may do holds its row until the commit.
CREATE TABLE turns (
    name TEXT NOT NULL PRIMARY KEY
);
INSERT INTO turns (name) VALUES ('publish');
