UPDATE bans
SET lifted_at = :now, closed_at = :now, lifted_by = :by, lift_reason = :reason, lift_id = :lift_id, version = version + 1
WHERE id = :id AND closed_at IS NULL AND (expires_at IS NULL OR expires_at > :now);
