-- Read by place: see services/blocking/ban_source.cpp. Of each ban that was touched, what its value stands at now: where
-- the ban itself is closed another may have taken its place. Looked up one by one: right after a large import no
-- planner knows the table, and a join might read all of it.
SELECT b.id, b.value_hash,
    CASE WHEN b.closed_at IS NULL THEN b.id
         ELSE (SELECT o.id FROM bans AS o WHERE o.value_hash = b.value_hash AND o.closed_at IS NULL) END AS open_id,
    CASE WHEN b.closed_at IS NULL THEN b.expires_at
         ELSE (SELECT o.expires_at FROM bans AS o WHERE o.value_hash = b.value_hash AND o.closed_at IS NULL) END AS ends
FROM bans AS b
WHERE b.id > :after AND b.id <= :last_id
ORDER BY b.id
LIMIT :limit;
