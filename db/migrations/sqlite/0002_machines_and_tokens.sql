-- What other programs sign their requests with. A machine is a row of people; what it may is its roles.
CREATE TABLE machine_tokens (
  id INTEGER PRIMARY KEY,
  machine_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  -- Within its machine, from 1.
  number INTEGER NOT NULL CHECK (number >= 1),
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  -- The last day on which it works; none: until it is revoked.
  last_day_on TEXT,
  made_at INTEGER NOT NULL,
  made_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  last_used_on TEXT,
  revoked_at INTEGER,
  revoked_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (machine_id, number)
) STRICT;
