SELECT id, username, display_name, role, password_hash, active FROM staff_accounts WHERE username = :username
