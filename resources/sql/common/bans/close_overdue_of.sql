UPDATE bans SET closed_at = expires_at WHERE value_hash = :value_hash AND closed_at IS NULL AND expires_at <= :now;
