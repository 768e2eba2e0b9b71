SELECT t.family_id, t.expires_at, t.used_at, f.rider_id, f.device_hash, f.flow, f.revoked_at
FROM rider_refresh_tokens t JOIN rider_token_families f ON f.id = t.family_id
WHERE t.token_hash = :token_hash;
