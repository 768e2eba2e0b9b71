UPDATE staff_sessions SET ended_at = :now, ended_reason = :reason WHERE id = :id AND ended_at IS NULL
