-- Holds all that is in force until the end of the transaction: taken before any plan.
UPDATE pricing_version SET version = version + 1 WHERE id = 1
