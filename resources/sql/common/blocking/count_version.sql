-- Holds all policies until the end of the transaction: taken before anything else.
UPDATE blocking_version SET version = version + 1, is_seeded = 1 WHERE id = 1
