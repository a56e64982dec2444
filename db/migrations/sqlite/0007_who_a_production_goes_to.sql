-- Who a production goes to is settled with its release, and a released row never changes.
ALTER TABLE productions ADD COLUMN recipient_id INTEGER REFERENCES requesters (id) ON DELETE RESTRICT;
ALTER TABLE productions ADD COLUMN recipient_name TEXT;
ALTER TABLE productions ADD COLUMN recipient_address TEXT;
ALTER TABLE productions ADD COLUMN recipient_email TEXT;
ALTER TABLE productions ADD COLUMN recipient_fax TEXT;

-- What was released before was released to whom its subpoena names; that is frozen from now on.
UPDATE productions
SET (recipient_id, recipient_name, recipient_address, recipient_email, recipient_fax) = (
  SELECT requesters.id, coalesce(requesters.name_printed, requesters.name),
    trim(requesters.attention || char(10) || requesters.address, char(10)), requesters.email, requesters.fax
  FROM subpoenas JOIN requesters ON requesters.id = subpoenas.requester_id
  WHERE subpoenas.id = productions.subpoena_id
)
WHERE released_at IS NOT NULL;

-- Why a shipment went elsewhere than the production was released to; empty when it did not.
ALTER TABLE shipments ADD COLUMN elsewhere_why TEXT NOT NULL DEFAULT '';

-- What stood against a mail when a sender asked for it; empty unless it was stopped.
ALTER TABLE outbox ADD COLUMN stopped_why TEXT NOT NULL DEFAULT '';
