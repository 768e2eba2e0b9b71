SELECT COUNT(*) AS known FROM bans
WHERE value_hash IN (SELECT decode(hash, 'hex') FROM unnest(:hashes::text[]) AS hash) AND closed_at IS NULL
    AND (expires_at IS NULL OR expires_at > :now);
