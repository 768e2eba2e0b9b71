-- Read by place: see services/blocking/ban_source.cpp.
SELECT id, value_hash, id AS open_id, expires_at AS ends
FROM bans
WHERE id > :after AND closed_at IS NULL
ORDER BY id
LIMIT :limit;
