DELETE FROM staff_tokens WHERE expires_at < :before
