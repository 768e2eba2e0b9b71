INSERT INTO sms_keys (key, message_id) VALUES (:key, :id)
ON CONFLICT DO NOTHING;
