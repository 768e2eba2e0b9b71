INSERT INTO riders (id, phone_hash, phone_sealed, created_at) VALUES (:id, :phone_hash, :phone_sealed, :now)
ON CONFLICT (phone_hash) DO NOTHING;
