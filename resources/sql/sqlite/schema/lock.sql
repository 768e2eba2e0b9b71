-- BEGIN IMMEDIATE holds the lock already.
SELECT 1 AS locked;
