UPDATE bans SET closed_at = expires_at WHERE id = :id AND closed_at IS NULL AND expires_at <= :now;
