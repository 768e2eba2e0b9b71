DELETE FROM staff_sessions WHERE expires_at < :before
AND NOT EXISTS (SELECT 1 FROM staff_tokens t WHERE t.session_id = staff_sessions.id)
