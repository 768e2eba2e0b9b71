-- Holds the plan until the end of the transaction, whatever its timeline's version is.
UPDATE pricing_plans SET timeline_version = timeline_version + 1 WHERE id = :id
