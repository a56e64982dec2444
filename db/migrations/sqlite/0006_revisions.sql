-- Says that something was changed, for those who keep a copy of it: another value as soon as a row of it is another.
CREATE TABLE revisions (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT;
INSERT INTO revisions (name, value) VALUES ('holidays', abs(random() % 9007199254740991));

-- Counts of mail by how it stands and who may see it, without reading the mails. With `kind` last, or lists by date are sorted anew.
CREATE INDEX outbox_counted ON outbox (state, id, kind);
