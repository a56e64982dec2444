-- The whole office. Calendar dates are text YYYY-MM-DD, instants epoch milliseconds, money whole cents.
-- Kinds that grow are reference rows, filled from lib/kinds.ts at every start.

-- file: kinds
CREATE TABLE roles (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE process_types (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE service_methods (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE target_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE check_items (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE decision_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE terms_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE objection_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE objection_effects (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE objection_outcomes (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE early_release_grounds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE production_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE shipment_methods (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE charge_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE receipt_bases (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE paper_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE mail_kinds (kind TEXT PRIMARY KEY NOT NULL) STRICT;

-- file: office
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('real', 'sample')),
  name TEXT NOT NULL,
  department TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  fax TEXT NOT NULL,
  email TEXT NOT NULL,
  payee TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  paper_size TEXT NOT NULL CHECK (paper_size IN ('letter', 'a4')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE fee_schedules (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  basis TEXT NOT NULL,
  source TEXT NOT NULL,
  research_cents_per_hour INTEGER NOT NULL CHECK (research_cents_per_hour >= 0),
  page_cents INTEGER NOT NULL CHECK (page_cents >= 0),
  parcel_cents INTEGER NOT NULL CHECK (parcel_cents >= 0),
  testimony_cents_per_hour INTEGER CHECK (testimony_cents_per_hour >= 0),
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE policies (
  version INTEGER PRIMARY KEY,
  hold_days INTEGER NOT NULL CHECK (hold_days >= 0),
  notice_days INTEGER NOT NULL CHECK (notice_days >= 0),
  mail_days INTEGER NOT NULL CHECK (mail_days >= 0),
  due_days INTEGER NOT NULL CHECK (due_days >= 0),
  cutoff TEXT,
  calendars TEXT NOT NULL,
  fee_schedule_id INTEGER NOT NULL REFERENCES fee_schedules (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE holidays (
  id INTEGER PRIMARY KEY,
  calendar TEXT NOT NULL,
  date TEXT NOT NULL,
  name TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (calendar, date)
) STRICT;
CREATE TABLE counters (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT;
CREATE TABLE clockwork (name TEXT PRIMARY KEY NOT NULL, last_run_on TEXT, last_run_at INTEGER) STRICT;

-- file: people
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'machine', 'system')),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  email TEXT NOT NULL,
  password_hash TEXT,
  totp_secret TEXT,
  totp_last_step INTEGER,
  failed_sign_ins INTEGER NOT NULL DEFAULT 0,
  locked_until_at INTEGER,
  disabled_at INTEGER,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE person_roles (
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  role TEXT NOT NULL REFERENCES roles (kind) ON DELETE RESTRICT,
  PRIMARY KEY (person_id, role)
) STRICT;
CREATE TABLE recovery_codes (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  code_hash TEXT NOT NULL,
  used_at INTEGER
) STRICT;
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  purpose TEXT NOT NULL CHECK (purpose IN ('invite', 'reset')),
  token_hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  stage TEXT NOT NULL CHECK (stage IN ('password', 'enrolling', 'full')),
  wrong_codes INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_why TEXT
) STRICT;
CREATE INDEX sessions_person ON sessions (person_id);
CREATE TABLE submissions (
  actor_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  command TEXT NOT NULL,
  submission TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (actor_id, command, submission)
) STRICT;
CREATE INDEX submissions_at ON submissions (at);

-- file: requester
CREATE TABLE requesters (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_printed TEXT,
  attention TEXT NOT NULL,
  address TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  fax TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX requesters_name ON requesters (name);
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  requester_id INTEGER NOT NULL REFERENCES requesters (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  bar_number TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contacts_requester ON contacts (requester_id);

-- file: paper
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  content_type TEXT NOT NULL,
  name TEXT NOT NULL,
  pages INTEGER,
  stored_at INTEGER NOT NULL,
  stored_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE TABLE papers (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES paper_kinds (kind) ON DELETE RESTRICT,
  subpoena_id INTEGER REFERENCES subpoenas (id) ON DELETE RESTRICT,
  language TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  layout INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX papers_subpoena ON papers (subpoena_id);

-- file: subpoena
CREATE TABLE subpoenas (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  process_type TEXT NOT NULL REFERENCES process_types (kind) ON DELETE RESTRICT,
  court TEXT NOT NULL,
  county TEXT NOT NULL,
  issuing_state TEXT NOT NULL,
  caption TEXT NOT NULL,
  caption_printed TEXT,
  case_number TEXT NOT NULL,
  case_number_key TEXT NOT NULL,
  issuing_party TEXT NOT NULL,
  issuing_attorney TEXT NOT NULL,
  issued_on TEXT,
  requester_id INTEGER NOT NULL REFERENCES requesters (id) ON DELETE RESTRICT,
  bill_to_id INTEGER NOT NULL REFERENCES requesters (id) ON DELETE RESTRICT,
  obligor TEXT NOT NULL,
  service_method TEXT NOT NULL REFERENCES service_methods (kind) ON DELETE RESTRICT,
  served_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  deemed_received_on TEXT NOT NULL,
  compliance_on TEXT,
  compliance_time TEXT,
  compliance_place TEXT NOT NULL,
  records_requested TEXT NOT NULL,
  policy_version INTEGER NOT NULL REFERENCES policies (version) ON DELETE RESTRICT,
  paper_sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE RESTRICT,
  paper_name TEXT NOT NULL,
  assignee_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  logged_at INTEGER NOT NULL,
  logged_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  stage TEXT NOT NULL,
  billing TEXT NOT NULL,
  next_change_on TEXT
) STRICT;
CREATE INDEX subpoenas_stage ON subpoenas (stage, id);
CREATE INDEX subpoenas_billing ON subpoenas (billing, stage);
CREATE INDEX subpoenas_next_change ON subpoenas (next_change_on) WHERE next_change_on IS NOT NULL;
CREATE INDEX subpoenas_case ON subpoenas (case_number_key);
CREATE INDEX subpoenas_paper ON subpoenas (paper_sha256);
CREATE INDEX subpoenas_requester ON subpoenas (requester_id);
CREATE INDEX subpoenas_bill_to ON subpoenas (bill_to_id);
CREATE INDEX subpoenas_assignee ON subpoenas (assignee_id, stage);
CREATE INDEX subpoenas_compliance ON subpoenas (compliance_on);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX notes_subpoena ON notes (subpoena_id);

-- file: review
CREATE TABLE checks (
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  item TEXT NOT NULL REFERENCES check_items (kind) ON DELETE RESTRICT,
  result TEXT NOT NULL CHECK (result IN ('passed', 'failed', 'not-applicable')),
  note TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  PRIMARY KEY (subpoena_id, item)
) STRICT;
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL REFERENCES decision_kinds (kind) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  deficiencies TEXT NOT NULL,
  file_sha256 TEXT REFERENCES files (sha256) ON DELETE RESTRICT,
  decided_on TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX decisions_subpoena ON decisions (subpoena_id);
CREATE TABLE terms_events (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL REFERENCES terms_kinds (kind) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  file_sha256 TEXT REFERENCES files (sha256) ON DELETE RESTRICT,
  on_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX terms_events_subpoena ON terms_events (subpoena_id);
CREATE TABLE preservations (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  asked_of TEXT NOT NULL,
  logs_lost_on TEXT,
  asked_at INTEGER NOT NULL,
  asked_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  done_at INTEGER,
  done_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  done_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX preservations_subpoena ON preservations (subpoena_id);

-- file: target
CREATE TABLE subscribers (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_printed TEXT,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  address_printed TEXT,
  account TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'ko', 'sv')),
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX subscribers_account ON subscribers (account);
CREATE TABLE targets (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL REFERENCES target_kinds (kind) ON DELETE RESTRICT,
  identifier TEXT NOT NULL,
  period TEXT NOT NULL,
  split_from_id INTEGER REFERENCES targets (id) ON DELETE RESTRICT,
  subscriber_id INTEGER REFERENCES subscribers (id) ON DELETE RESTRICT,
  none_found INTEGER NOT NULL DEFAULT 0,
  searched TEXT NOT NULL DEFAULT '',
  resolved_at INTEGER,
  resolved_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  copy_fit INTEGER,
  copy_fit_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (subpoena_id, number),
  CHECK (NOT (none_found = 1 AND subscriber_id IS NOT NULL))
) STRICT;
CREATE INDEX targets_identifier ON targets (identifier);
CREATE INDEX targets_subscriber ON targets (subscriber_id);
CREATE TABLE identity_views (
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  session_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, subpoena_id, session_id)
) STRICT;

-- file: notice
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (channel IN ('e-mail', 'post')),
  language TEXT NOT NULL,
  paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE RESTRICT,
  outbox_id INTEGER REFERENCES outbox (id) ON DELETE RESTRICT,
  copy_enclosed INTEGER NOT NULL,
  last_day_on TEXT NOT NULL,
  posted_on TEXT,
  effective_on TEXT,
  proof TEXT NOT NULL DEFAULT '',
  failed_at INTEGER,
  failed_why TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (subpoena_id, number)
) STRICT;
CREATE INDEX notices_outbox ON notices (outbox_id);
CREATE TABLE notice_targets (
  notice_id INTEGER NOT NULL REFERENCES notices (id) ON DELETE RESTRICT,
  target_id INTEGER NOT NULL REFERENCES targets (id) ON DELETE RESTRICT,
  PRIMARY KEY (notice_id, target_id)
) STRICT;
CREATE INDEX notice_targets_target ON notice_targets (target_id);
CREATE TABLE notice_bars (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  target_numbers TEXT NOT NULL,
  ends_on TEXT,
  file_sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  lifted_at INTEGER,
  lifted_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  lifted_why TEXT NOT NULL DEFAULT '',
  UNIQUE (subpoena_id, number)
) STRICT;

-- file: objection
CREATE TABLE objections (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES objection_kinds (kind) ON DELETE RESTRICT,
  target_numbers TEXT NOT NULL,
  filed_where TEXT NOT NULL,
  filed_on TEXT,
  received_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  file_sha256 TEXT REFERENCES files (sha256) ON DELETE RESTRICT,
  effect TEXT NOT NULL REFERENCES objection_effects (kind) ON DELETE RESTRICT,
  extends_to_on TEXT,
  effect_reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  outcome TEXT REFERENCES objection_outcomes (kind) ON DELETE RESTRICT,
  outcome_on TEXT,
  outcome_reason TEXT NOT NULL DEFAULT '',
  outcome_file_sha256 TEXT REFERENCES files (sha256) ON DELETE RESTRICT,
  outcome_at INTEGER,
  outcome_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (subpoena_id, number)
) STRICT;
CREATE TABLE early_releases (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  ground TEXT NOT NULL REFERENCES early_release_grounds (kind) ON DELETE RESTRICT,
  target_numbers TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  file_sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE RESTRICT,
  asked_at INTEGER NOT NULL,
  asked_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  decision TEXT CHECK (decision IN ('approved', 'refused')),
  decision_reason TEXT NOT NULL DEFAULT '',
  decided_at INTEGER,
  decided_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (subpoena_id, number),
  CHECK (decided_by_id IS NULL OR decided_by_id <> asked_by_id)
) STRICT;
CREATE TABLE inbox_looks (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX inbox_looks_subpoena ON inbox_looks (subpoena_id, at);

-- file: production
CREATE TABLE research_entries (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  worked_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  searched TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (subpoena_id, number)
) STRICT;
CREATE TABLE productions (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES production_kinds (kind) ON DELETE RESTRICT,
  pages INTEGER NOT NULL CHECK (pages >= 0),
  bates_first TEXT,
  bates_last TEXT,
  cover_paper_id INTEGER REFERENCES papers (id) ON DELETE RESTRICT,
  declaration_paper_id INTEGER REFERENCES papers (id) ON DELETE RESTRICT,
  prepared_at INTEGER NOT NULL,
  prepared_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  set_aside_at INTEGER,
  set_aside_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  set_aside_why TEXT NOT NULL DEFAULT '',
  released_at INTEGER,
  released_on TEXT,
  released_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  release_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (subpoena_id, number),
  CHECK (released_by_id IS NULL OR released_by_id <> prepared_by_id),
  CHECK (released_at IS NULL OR set_aside_at IS NULL)
) STRICT;
CREATE TABLE production_items (
  id INTEGER PRIMARY KEY,
  production_id INTEGER NOT NULL REFERENCES productions (id) ON DELETE RESTRICT,
  target_id INTEGER NOT NULL REFERENCES targets (id) ON DELETE RESTRICT,
  description TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 0),
  file_sha256 TEXT REFERENCES files (sha256) ON DELETE RESTRICT,
  bates_first TEXT,
  bates_last TEXT
) STRICT;
CREATE INDEX production_items_production ON production_items (production_id);
CREATE INDEX production_items_target ON production_items (target_id);
CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  production_id INTEGER NOT NULL REFERENCES productions (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  method TEXT NOT NULL REFERENCES shipment_methods (kind) ON DELETE RESTRICT,
  tracking_number TEXT NOT NULL,
  sent_to TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  delivered_on TEXT,
  outbox_id INTEGER REFERENCES outbox (id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (production_id, number)
) STRICT;

-- file: billing
CREATE TABLE charges (
  id INTEGER PRIMARY KEY,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES charge_kinds (kind) ON DELETE RESTRICT,
  worked_on TEXT NOT NULL,
  description TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  cents INTEGER,
  research_entry_id INTEGER UNIQUE REFERENCES research_entries (id) ON DELETE RESTRICT,
  production_id INTEGER UNIQUE REFERENCES productions (id) ON DELETE RESTRICT,
  shipment_id INTEGER UNIQUE REFERENCES shipments (id) ON DELETE RESTRICT,
  invoice_id INTEGER REFERENCES invoices (id) ON DELETE RESTRICT,
  dropped_at INTEGER,
  dropped_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  dropped_why TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (subpoena_id, number),
  CHECK (invoice_id IS NULL OR dropped_at IS NULL)
) STRICT;
CREATE INDEX charges_unbilled ON charges (subpoena_id) WHERE invoice_id IS NULL AND dropped_at IS NULL;
CREATE INDEX charges_invoice ON charges (invoice_id);
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  bill_to_id INTEGER NOT NULL REFERENCES requesters (id) ON DELETE RESTRICT,
  fee_schedule_id INTEGER NOT NULL REFERENCES fee_schedules (id) ON DELETE RESTRICT,
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  due_days INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  issued_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE RESTRICT,
  UNIQUE (year, sequence)
) STRICT;
CREATE INDEX invoices_subpoena ON invoices (subpoena_id);
CREATE INDEX invoices_bill_to ON invoices (bill_to_id);
CREATE TABLE invoice_lines (
  invoice_id INTEGER NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES charge_kinds (kind) ON DELETE RESTRICT,
  worked_on TEXT NOT NULL,
  description TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  rate_cents INTEGER,
  rate_per INTEGER,
  cents INTEGER NOT NULL,
  PRIMARY KEY (invoice_id, ordinal)
) STRICT;
CREATE TABLE invoice_sendings (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
  method TEXT NOT NULL REFERENCES shipment_methods (kind) ON DELETE RESTRICT,
  tracking_number TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  outbox_id INTEGER REFERENCES outbox (id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX invoice_sendings_invoice ON invoice_sendings (invoice_id);
CREATE TABLE invoice_receipts (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
  received_on TEXT NOT NULL,
  basis TEXT NOT NULL REFERENCES receipt_bases (kind) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  due_on TEXT NOT NULL,
  derivation TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX invoice_receipts_invoice ON invoice_receipts (invoice_id);
CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  requester_id INTEGER NOT NULL REFERENCES requesters (id) ON DELETE RESTRICT,
  check_number TEXT NOT NULL,
  payer TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  received_on TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX payments_requester ON payments (requester_id);
CREATE TABLE allocations (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payments (id) ON DELETE RESTRICT,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
  cents INTEGER NOT NULL,
  on_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX allocations_payment ON allocations (payment_id);
CREATE INDEX allocations_invoice ON allocations (invoice_id);
CREATE TABLE payment_reversals (
  payment_id INTEGER PRIMARY KEY REFERENCES payments (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  on_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE TABLE credit_memos (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
  cents INTEGER NOT NULL CHECK (cents > 0),
  reason TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  UNIQUE (year, sequence)
) STRICT;
CREATE INDEX credit_memos_invoice ON credit_memos (invoice_id);
CREATE TABLE write_offs (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
  cents INTEGER NOT NULL CHECK (cents > 0),
  reason TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  asked_by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  decision TEXT CHECK (decision IN ('approved', 'refused')),
  decision_reason TEXT NOT NULL DEFAULT '',
  decided_on TEXT,
  decided_at INTEGER,
  decided_by_id INTEGER REFERENCES people (id) ON DELETE RESTRICT,
  CHECK (decided_by_id IS NULL OR decided_by_id <> asked_by_id)
) STRICT;
CREATE INDEX write_offs_invoice ON write_offs (invoice_id);

-- file: mail
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES mail_kinds (kind) ON DELETE RESTRICT,
  subpoena_id INTEGER REFERENCES subpoenas (id) ON DELETE RESTRICT,
  invoice_id INTEGER REFERENCES invoices (id) ON DELETE RESTRICT,
  to_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  attachments TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'written', 'failed', 'unsure', 'withdrawn')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  lease_owner TEXT,
  lease_until_at INTEGER,
  created_at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  sent_at INTEGER,
  reply TEXT NOT NULL DEFAULT '',
  resends_id INTEGER REFERENCES outbox (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_try_at) WHERE state = 'waiting';
CREATE INDEX outbox_subpoena ON outbox (subpoena_id);
CREATE INDEX outbox_state ON outbox (state, id);
CREATE INDEX outbox_resends ON outbox (resends_id) WHERE resends_id IS NOT NULL;
CREATE TABLE attempts (
  id INTEGER PRIMARY KEY,
  outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'written', 'deferred', 'refused', 'unsure')),
  reply TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_outbox ON attempts (outbox_id);
CREATE TABLE letters (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES paper_kinds (kind) ON DELETE RESTRICT,
  subpoena_id INTEGER NOT NULL REFERENCES subpoenas (id) ON DELETE RESTRICT,
  recipient TEXT NOT NULL CHECK (recipient IN ('requester', 'subscriber')),
  subscriber_id INTEGER REFERENCES subscribers (id) ON DELETE RESTRICT,
  paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE RESTRICT,
  outbox_id INTEGER REFERENCES outbox (id) ON DELETE RESTRICT,
  on_date TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX letters_subpoena ON letters (subpoena_id);

-- file: history
CREATE TABLE history (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
  command TEXT NOT NULL,
  subpoena_id INTEGER REFERENCES subpoenas (id) ON DELETE RESTRICT,
  invoice_id INTEGER REFERENCES invoices (id) ON DELETE RESTRICT,
  seen_by TEXT NOT NULL CHECK (seen_by IN ('all', 'case')),
  payload TEXT,
  payload_hash TEXT NOT NULL,
  previous_mac TEXT NOT NULL,
  mac TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX history_subpoena ON history (subpoena_id, sequence);
CREATE INDEX history_invoice ON history (invoice_id, sequence);
CREATE INDEX history_actor ON history (actor_id, sequence);
CREATE INDEX history_command ON history (command, sequence);
