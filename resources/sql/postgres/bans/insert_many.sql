-- Arrays as text, one entry a ban. What is on the list already stays as it is and is not counted.
INSERT INTO bans (id, kind, match, length, value_hash, value_sealed, masked, reason, author, author_id, created_at,
    expires_at, import_id, version, lifted_at, lifted_by, lift_reason, lift_id, closed_at)
SELECT id, kind, match, length, decode(hash, 'hex'), decode(sealed, 'hex'), masked, reason, :author, :author_id,
    :created_at, NULLIF(ends, 0), :import_id, 1, NULL, '', '', 0, NULL
FROM unnest(:ids::bigint[], :kinds::text[], :matches::text[], :lengths::int[], :hashes::text[], :sealed::text[],
    :masked::text[], :reasons::text[], :ends::bigint[])
    AS row (id, kind, match, length, hash, sealed, masked, reason, ends)
ON CONFLICT DO NOTHING;
