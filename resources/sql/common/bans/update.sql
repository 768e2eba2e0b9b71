UPDATE bans SET reason = :reason, expires_at = :expires_at, version = version + 1
WHERE id = :id AND version = :version AND closed_at IS NULL;
