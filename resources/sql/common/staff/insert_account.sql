INSERT INTO staff_accounts (id, username, display_name, role, password_hash, active, created_at, updated_at)
VALUES (:id, :username, :display_name, :role, :password_hash, 1, :now, :now)
