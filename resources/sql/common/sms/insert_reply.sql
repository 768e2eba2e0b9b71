INSERT INTO sms_replies (id, at, gateway, message_id, number_hash, number_masked, text_sealed, dedupe)
VALUES (:id, :at, :gateway, :message_id, :number_hash, :number_masked, :text_sealed, :dedupe)
ON CONFLICT DO NOTHING;
