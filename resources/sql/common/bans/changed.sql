-- Read by place: see services/blocking/ban_source.cpp. Of each ban that was touched, what its value stands at now: where
-- the ban itself is closed another may have taken its place.
SELECT b.id, b.value_hash,
    CASE WHEN b.closed_at IS NULL THEN b.id ELSE o.id END AS open_id,
    CASE WHEN b.closed_at IS NULL THEN b.expires_at ELSE o.expires_at END AS ends
FROM bans AS b LEFT JOIN bans AS o ON b.closed_at IS NOT NULL AND o.value_hash = b.value_hash AND o.closed_at IS NULL
WHERE b.id > :after AND b.id <= :last_id
ORDER BY b.id
LIMIT :limit;
