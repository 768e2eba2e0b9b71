UPDATE rider_token_families SET revoked_at = :now, revoked_why = :why WHERE id = :id AND revoked_at IS NULL;
