DELETE FROM rider_token_families WHERE rider_id = :rider_id AND expires_at < :now;
