-- Read by place: see services/blocking/ban_source.cpp. Closed ones are among them: by its id alone a page is found the
-- same way whatever a planner knows of the table.
SELECT id, value_hash, CASE WHEN closed_at IS NULL THEN id END AS open_id, expires_at AS ends
FROM bans
WHERE id > :after
ORDER BY id
LIMIT :limit;
