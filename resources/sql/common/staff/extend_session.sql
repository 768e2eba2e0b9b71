UPDATE staff_sessions SET expires_at = :expires_at WHERE id = :id
