INSERT INTO bans (id, kind, match, length, value_hash, value_sealed, masked, reason, author, author_id, created_at,
    expires_at, import_id, version, lifted_at, lifted_by, lift_reason, lift_id, closed_at)
VALUES (:id, :kind, :match, :length, :value_hash, :value_sealed, :masked, :reason, :author, :author_id, :created_at,
    :expires_at, :import_id, 1, NULL, '', '', 0, NULL)
ON CONFLICT DO NOTHING;
