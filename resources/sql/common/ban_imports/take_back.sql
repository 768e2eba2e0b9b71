UPDATE bans
SET lifted_at = :now, closed_at = :now, lifted_by = :by, lift_reason = :reason, version = version + 1
WHERE import_id = :import_id AND import_id <> 0 AND id >= :first_id AND id <= :last_id AND closed_at IS NULL
    AND (expires_at IS NULL OR expires_at > :now);
