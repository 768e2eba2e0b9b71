SELECT id, kind, match, length, masked, reason, author, created_at, expires_at, import_id, version, lifted_at, lifted_by, lift_reason, closed_at
FROM bans
WHERE id < :before
--? kind AND kind = :kind
--? import AND import_id = :import_id
--? active AND closed_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
--? expired AND lifted_at IS NULL AND expires_at IS NOT NULL AND expires_at <= :now
--? lifted AND lifted_at IS NOT NULL
--? text AND (LOWER(reason) LIKE :text ESCAPE '!' OR LOWER(author) LIKE :text ESCAPE '!' OR LOWER(masked) LIKE :text ESCAPE '!')
ORDER BY id DESC
LIMIT :limit;
