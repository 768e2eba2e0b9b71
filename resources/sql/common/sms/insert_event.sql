INSERT INTO sms_events (id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe)
VALUES (:id, :message_id, :at, :gateway_at, :source, :state, :verdict, :raw_code, :reason, :note, :dedupe)
ON CONFLICT DO NOTHING;
