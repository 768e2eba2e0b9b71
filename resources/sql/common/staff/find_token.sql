SELECT t.expires_at, t.used_at, s.id AS session_id, s.ended_at, a.id, a.username, a.display_name, a.role, a.active
FROM staff_tokens t
JOIN staff_sessions s ON s.id = t.session_id
JOIN staff_accounts a ON a.id = s.account_id
WHERE t.hash = :hash AND t.kind = :kind
