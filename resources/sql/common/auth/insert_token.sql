INSERT INTO rider_refresh_tokens (token_hash, family_id, issued_at, expires_at, used_at)
VALUES (:token_hash, :family_id, :now, :expires_at, NULL);
