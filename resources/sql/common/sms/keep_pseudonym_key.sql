INSERT INTO sms_pseudonym_keys (month, key) VALUES (:month, :key)
ON CONFLICT DO NOTHING;
