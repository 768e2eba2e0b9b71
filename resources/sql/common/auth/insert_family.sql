INSERT INTO rider_token_families (id, rider_id, device_hash, flow, origin, created_at, expires_at, revoked_at,
    revoked_why)
VALUES (:id, :rider_id, :device_hash, :flow, :origin, :now, :expires_at, NULL, '')
ON CONFLICT (origin) DO NOTHING;
