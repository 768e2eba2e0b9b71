-- Holds the plan until the end of the transaction.
UPDATE pricing_plans SET timeline_version = timeline_version WHERE id = :id
