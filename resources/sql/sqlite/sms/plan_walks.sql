-- SQLite takes the index of the leading column by itself.
SELECT 1 AS ready;
