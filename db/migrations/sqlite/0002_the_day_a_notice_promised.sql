-- The first day on which we may answer stands printed in a notice, and is a fact from then on. Notices from before
-- this have none: their day is counted from the calendar as it stands.
ALTER TABLE notices ADD COLUMN opens_on TEXT;
