-- Every trigger of the office. The runner drops all triggers before migrations and makes these after them.
-- Issued paper, money and history never change and never disappear.
-- frozen: whole rows
-- @frozen invoices invoice_lines invoice_receipts payments allocations payment_reversals credit_memos papers letters files
-- @frozen notice_targets identity_views attempts fee_schedules policies invoice_sendings research_entries
-- @frozen backups number_gaps
-- @kept  subpoenas targets notices objections early_releases productions production_items shipments charges write_offs
-- @kept  decisions terms_events preservations notice_bars inbox_looks outbox notes people requesters subscribers
-- @kept  machine_tokens
-- @kept  restorations

CREATE TRIGGER history_kept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history never disappears'); END;

-- A payload may one day be shredded; its hash and everything else stay.
CREATE TRIGGER history_frozen BEFORE UPDATE ON history
WHEN NEW.payload IS NOT NULL
  OR NEW.sequence IS NOT OLD.sequence OR NEW.at IS NOT OLD.at OR NEW.actor_id IS NOT OLD.actor_id
  OR NEW.command IS NOT OLD.command OR NEW.subpoena_id IS NOT OLD.subpoena_id
  OR NEW.invoice_id IS NOT OLD.invoice_id OR NEW.seen_by IS NOT OLD.seen_by
  OR NEW.payload_hash IS NOT OLD.payload_hash OR NEW.previous_mac IS NOT OLD.previous_mac OR NEW.mac IS NOT OLD.mac
BEGIN SELECT RAISE(ABORT, 'history never changes'); END;

-- What was received, and the policy it is handled under, are facts.
CREATE TRIGGER subpoenas_receipt_frozen BEFORE UPDATE ON subpoenas
WHEN NEW.reference IS NOT OLD.reference OR NEW.received_at IS NOT OLD.received_at
  OR NEW.deemed_received_on IS NOT OLD.deemed_received_on
  -- An imported one has the spreadsheet in the place of its paper, until the paper itself is filed.
  OR (NEW.paper_sha256 IS NOT OLD.paper_sha256
    AND OLD.paper_sha256 IS NOT (SELECT file_sha256 FROM imports WHERE id = OLD.import_id))
  OR NEW.policy_version IS NOT OLD.policy_version OR NEW.logged_at IS NOT OLD.logged_at
  OR NEW.import_id IS NOT OLD.import_id OR NEW.former_reference IS NOT OLD.former_reference
BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;

-- A released production, and a set-aside one, is done.
CREATE TRIGGER productions_released_frozen BEFORE UPDATE ON productions
WHEN OLD.released_at IS NOT NULL OR OLD.set_aside_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a production that left, or was set aside, never changes'); END;
CREATE TRIGGER productions_released_to_somebody BEFORE UPDATE ON productions
WHEN NEW.released_at IS NOT NULL AND (NEW.recipient_id IS NULL OR NEW.recipient_name IS NULL
  OR NEW.recipient_address IS NULL OR NEW.recipient_email IS NULL OR NEW.recipient_fax IS NULL)
BEGIN SELECT RAISE(ABORT, 'a production is released to somebody'); END;
CREATE TRIGGER production_items_frozen BEFORE UPDATE ON production_items
BEGIN SELECT RAISE(ABORT, 'what a production holds never changes'); END;
CREATE TRIGGER production_items_added_late BEFORE INSERT ON production_items
WHEN (SELECT released_at FROM productions WHERE id = NEW.production_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'nothing is added to a production that left'); END;

-- A notice keeps what it said; only its delivery is followed.
CREATE TRIGGER notices_said_frozen BEFORE UPDATE ON notices
WHEN NEW.subpoena_id IS NOT OLD.subpoena_id OR NEW.subscriber_id IS NOT OLD.subscriber_id
  OR NEW.channel IS NOT OLD.channel OR NEW.paper_id IS NOT OLD.paper_id OR NEW.last_day_on IS NOT OLD.last_day_on
  OR NEW.opens_on IS NOT OLD.opens_on
  OR NEW.language IS NOT OLD.language OR NEW.copy_enclosed IS NOT OLD.copy_enclosed
BEGIN SELECT RAISE(ABORT, 'what a notice said never changes'); END;

-- A mail keeps its words and its Message-ID.
CREATE TRIGGER outbox_words_frozen BEFORE UPDATE ON outbox
WHEN NEW.to_address IS NOT OLD.to_address OR NEW.subject IS NOT OLD.subject OR NEW.text IS NOT OLD.text
  OR NEW.html IS NOT OLD.html OR NEW.attachments IS NOT OLD.attachments OR NEW.message_id IS NOT OLD.message_id
BEGIN SELECT RAISE(ABORT, 'the words of a mail never change'); END;

-- An objection's outcome and a decision on early release are given once.
CREATE TRIGGER objections_outcome_once BEFORE UPDATE ON objections
WHEN OLD.outcome IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an objection has one outcome'); END;
CREATE TRIGGER early_releases_once BEFORE UPDATE ON early_releases
WHEN OLD.decision IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an early release is decided once'); END;

-- A charge on an invoice is frozen with it; what a charge says never changes.
CREATE TRIGGER charges_frozen BEFORE UPDATE ON charges
WHEN OLD.invoice_id IS NOT NULL OR NEW.kind IS NOT OLD.kind OR NEW.quantity IS NOT OLD.quantity
  OR NEW.cents IS NOT OLD.cents OR NEW.description IS NOT OLD.description OR NEW.worked_on IS NOT OLD.worked_on
BEGIN SELECT RAISE(ABORT, 'a charge never changes'); END;

-- A line comes with its invoice or not at all.
CREATE TRIGGER invoice_lines_added_late BEFORE INSERT ON invoice_lines
WHEN (SELECT sum(cents) FROM invoice_lines WHERE invoice_id = NEW.invoice_id) + NEW.cents
   > (SELECT total_cents FROM invoices WHERE id = NEW.invoice_id)
BEGIN SELECT RAISE(ABORT, 'no line is added to an issued invoice'); END;

-- A write-off is decided once, and asks for what it asked for.
CREATE TRIGGER write_offs_once BEFORE UPDATE ON write_offs
WHEN OLD.decision IS NOT NULL OR NEW.invoice_id IS NOT OLD.invoice_id OR NEW.cents IS NOT OLD.cents
  OR NEW.asked_by_id IS NOT OLD.asked_by_id
BEGIN SELECT RAISE(ABORT, 'a write-off is decided once'); END;

-- A shipment says what left; only that it arrived is added.
CREATE TRIGGER shipments_frozen BEFORE UPDATE ON shipments
WHEN OLD.delivered_on IS NOT NULL OR NEW.production_id IS NOT OLD.production_id OR NEW.method IS NOT OLD.method
  OR NEW.tracking_number IS NOT OLD.tracking_number OR NEW.sent_to IS NOT OLD.sent_to OR NEW.sent_on IS NOT OLD.sent_on
  OR NEW.outbox_id IS NOT OLD.outbox_id OR NEW.elsewhere_why IS NOT OLD.elsewhere_why
BEGIN SELECT RAISE(ABORT, 'what was shipped never changes'); END;

-- A token is used, and revoked once; it never becomes another one, and never works again.
CREATE TRIGGER machine_tokens_frozen BEFORE UPDATE ON machine_tokens
WHEN OLD.revoked_at IS NOT NULL OR NEW.machine_id IS NOT OLD.machine_id OR NEW.number IS NOT OLD.number
  OR NEW.token_hash IS NOT OLD.token_hash OR NEW.last_day_on IS NOT OLD.last_day_on
  OR NEW.made_at IS NOT OLD.made_at OR NEW.made_by_id IS NOT OLD.made_by_id
BEGIN SELECT RAISE(ABORT, 'a token never changes'); END;
-- What was restored is a fact; that somebody looked is added once.
CREATE TRIGGER restorations_once BEFORE UPDATE ON restorations
WHEN OLD.accepted_at IS NOT NULL OR NEW.backup_made_at IS NOT OLD.backup_made_at
  OR NEW.head_sequence IS NOT OLD.head_sequence OR NEW.head_mac IS NOT OLD.head_mac
  OR NEW.restored_at IS NOT OLD.restored_at
BEGIN SELECT RAISE(ABORT, 'a restoration is accepted once'); END;
-- An import says what came; only that it was undone is added, once.
CREATE TRIGGER imports_kept BEFORE DELETE ON imports
BEGIN SELECT RAISE(ABORT, 'imports never disappear'); END;
CREATE TRIGGER imports_frozen BEFORE UPDATE ON imports
WHEN OLD.undone_at IS NOT NULL OR NEW.number IS NOT OLD.number OR NEW.kind IS NOT OLD.kind
  OR NEW.file_sha256 IS NOT OLD.file_sha256 OR NEW.file_name IS NOT OLD.file_name
  OR NEW.row_count IS NOT OLD.row_count OR NEW.at IS NOT OLD.at OR NEW.by_id IS NOT OLD.by_id
BEGIN SELECT RAISE(ABORT, 'an import is undone once and else never changes'); END;

-- What came with an import that was undone goes again. Everything else stays, and so does all that was built on it:
-- rows that point at it hold it.
CREATE TRIGGER subpoenas_kept BEFORE DELETE ON subpoenas
WHEN (SELECT undone_at FROM imports WHERE id = OLD.import_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'subpoenas never disappear'); END;
CREATE TRIGGER requesters_kept BEFORE DELETE ON requesters
WHEN (SELECT undone_at FROM imports WHERE id = OLD.import_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'requesters never disappear'); END;
CREATE TRIGGER invoices_kept BEFORE DELETE ON invoices
WHEN (SELECT undone_at FROM imports WHERE id = OLD.import_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'invoices never disappear'); END;
CREATE TRIGGER targets_kept BEFORE DELETE ON targets
WHEN (SELECT i.undone_at FROM subpoenas s JOIN imports i ON i.id = s.import_id WHERE s.id = OLD.subpoena_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'targets never disappear'); END;
CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions
WHEN (SELECT i.undone_at FROM subpoenas s JOIN imports i ON i.id = s.import_id WHERE s.id = OLD.subpoena_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'decisions never disappear'); END;
CREATE TRIGGER notes_kept BEFORE DELETE ON notes
WHEN (SELECT i.undone_at FROM subpoenas s JOIN imports i ON i.id = s.import_id WHERE s.id = OLD.subpoena_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'notes never disappear'); END;
CREATE TRIGGER invoice_lines_kept BEFORE DELETE ON invoice_lines
WHEN (SELECT m.undone_at FROM invoices v JOIN imports m ON m.id = v.import_id WHERE v.id = OLD.invoice_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'invoice_lines never disappear'); END;
CREATE TRIGGER invoice_receipts_kept BEFORE DELETE ON invoice_receipts
WHEN (SELECT m.undone_at FROM invoices v JOIN imports m ON m.id = v.import_id WHERE v.id = OLD.invoice_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'invoice_receipts never disappear'); END;
-- Holidays are kept in memory by their revision. It is drawn by lot and not counted: after a rollback a count would
-- come round to a value that was seen before, with other holidays under it.
CREATE TRIGGER holidays_added AFTER INSERT ON holidays
BEGIN UPDATE revisions SET value = abs(random() % 9007199254740991) WHERE name = 'holidays'; END;
CREATE TRIGGER holidays_changed AFTER UPDATE ON holidays
BEGIN UPDATE revisions SET value = abs(random() % 9007199254740991) WHERE name = 'holidays'; END;
CREATE TRIGGER holidays_removed AFTER DELETE ON holidays
BEGIN UPDATE revisions SET value = abs(random() % 9007199254740991) WHERE name = 'holidays'; END;
