SELECT id, kind, match, length, masked, reason, author, created_at, expires_at, import_id, version, lifted_at, lifted_by, lift_reason, closed_at FROM bans WHERE value_hash = :value_hash AND closed_at IS NULL
UNION ALL
SELECT id, kind, match, length, masked, reason, author, created_at, expires_at, import_id, version, lifted_at, lifted_by, lift_reason, closed_at FROM bans WHERE value_hash = :value_hash AND closed_at IS NOT NULL
ORDER BY id DESC
LIMIT :limit;
