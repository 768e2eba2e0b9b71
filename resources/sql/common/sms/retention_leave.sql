-- Something is still waited for: a message may be written months before it is sent.
INSERT INTO sms_retention_left (step, message_id)
SELECT CAST(:step AS TEXT), id FROM sms_messages WHERE id >= :from AND id < :to AND deadline_at IS NOT NULL
ON CONFLICT DO NOTHING;
