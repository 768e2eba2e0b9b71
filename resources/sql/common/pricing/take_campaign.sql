-- Holds the campaign until the end of the transaction; no row: another has changed it.
UPDATE pricing_campaigns SET version = version + 1
WHERE id = :id AND version = :version
