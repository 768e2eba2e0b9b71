-- The one writer holds the whole file already.
SELECT id, kind, match, length, masked, reason, author, created_at, expires_at, import_id, version, lifted_at, lifted_by,
    lift_reason, closed_at
FROM bans WHERE id = :id;
