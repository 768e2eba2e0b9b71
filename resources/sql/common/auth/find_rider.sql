SELECT id FROM riders WHERE phone_hash = :phone_hash;
