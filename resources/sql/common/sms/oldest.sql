SELECT id FROM sms_messages WHERE id >= :from ORDER BY id LIMIT 1;
