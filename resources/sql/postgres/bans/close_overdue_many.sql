UPDATE bans SET closed_at = expires_at
WHERE value_hash IN (SELECT decode(hash, 'hex') FROM unnest(:hashes::text[]) AS hash) AND closed_at IS NULL
    AND expires_at <= :now;
