-- Whether an incoming paper is one of the records that we produce is asked by its hash.
CREATE INDEX production_items_file ON production_items (file_sha256);
