DELETE FROM rider_refresh_tokens
WHERE family_id IN (SELECT id FROM rider_token_families WHERE rider_id = :rider_id AND expires_at < :now);
