-- Backups that were verified, offices that came out of one, and the numbers that were used outside of it.
CREATE TABLE backups (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  encrypted INTEGER NOT NULL,
  history_sequence INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  verified_at INTEGER NOT NULL
) STRICT;
CREATE TABLE restorations (
  id INTEGER PRIMARY KEY,
  backup_made_at INTEGER NOT NULL,
  head_sequence INTEGER NOT NULL,
  head_mac TEXT NOT NULL,
  restored_at INTEGER NOT NULL,
  accepted_at INTEGER,
  accepted_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE TABLE number_gaps (
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  first INTEGER NOT NULL CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  restoration_id INTEGER NOT NULL REFERENCES restorations (id) ON DELETE RESTRICT,
  UNIQUE (series, year, first)
) STRICT;
