UPDATE rider_token_families SET expires_at = :expires_at WHERE id = :id;
