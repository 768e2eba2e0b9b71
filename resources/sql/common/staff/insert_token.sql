INSERT INTO staff_tokens (hash, session_id, kind, expires_at) VALUES (:hash, :session_id, :kind, :expires_at)
