SELECT COUNT(*) AS known FROM bans WHERE value_hash = :value_hash AND closed_at IS NULL
    AND (expires_at IS NULL OR expires_at > :now);
