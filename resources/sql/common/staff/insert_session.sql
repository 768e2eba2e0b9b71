INSERT INTO staff_sessions (id, account_id, created_at, expires_at, ended_reason)
VALUES (:id, :account_id, :now, :expires_at, '')
