-- Says that something was changed, for those who keep a copy of it: another value as soon as a row of it is another.
CREATE TABLE revisions (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT;
INSERT INTO revisions (name, value) VALUES ('holidays', abs(random() % 9007199254740991));

-- Counts of mail by who may see it and how it stands, without reading the mails themselves.
CREATE INDEX outbox_kind ON outbox (kind, state);
