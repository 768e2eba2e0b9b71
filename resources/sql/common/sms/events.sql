SELECT id, at, gateway_at, source, state, verdict, raw_code, reason, note
FROM sms_events WHERE message_id = :id ORDER BY id;
