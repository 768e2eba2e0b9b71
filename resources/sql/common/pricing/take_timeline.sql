-- Holds the plan until the end of the transaction; no row: another has changed its timeline.
UPDATE pricing_plans SET timeline_version = timeline_version + 1
WHERE id = :id AND timeline_version = :timeline_version
