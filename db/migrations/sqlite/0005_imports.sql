-- What came from an old spreadsheet: which import it came with, and what it was called there.

-- file: import
CREATE TABLE import_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL REFERENCES import_kinds (kind) ON DELETE RESTRICT,
  file_sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE RESTRICT,
  file_name TEXT NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count > 0),
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  undone_at INTEGER,
  undone_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  undone_why TEXT NOT NULL DEFAULT ''
) STRICT;

ALTER TABLE subpoenas ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE RESTRICT;
ALTER TABLE subpoenas ADD COLUMN former_reference TEXT NOT NULL DEFAULT '';
CREATE INDEX subpoenas_import ON subpoenas (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX subpoenas_former_reference ON subpoenas (lower(former_reference)) WHERE former_reference <> '';

ALTER TABLE requesters ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE RESTRICT;
ALTER TABLE requesters ADD COLUMN former_number TEXT NOT NULL DEFAULT '';
CREATE INDEX requesters_import ON requesters (import_id) WHERE import_id IS NOT NULL;

ALTER TABLE invoices ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE RESTRICT;
ALTER TABLE invoices ADD COLUMN former_number TEXT NOT NULL DEFAULT '';
CREATE INDEX invoices_import ON invoices (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX invoices_former_number ON invoices (lower(former_number)) WHERE former_number <> '';

-- What points at a row is looked for when the row goes: without these, once through the whole table for each.
CREATE INDEX targets_split_from ON targets (split_from_id) WHERE split_from_id IS NOT NULL;
CREATE INDEX identity_views_subpoena ON identity_views (subpoena_id);
CREATE INDEX outbox_invoice ON outbox (invoice_id) WHERE invoice_id IS NOT NULL;
