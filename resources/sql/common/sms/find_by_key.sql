SELECT id FROM sms_messages WHERE idempotency_key = :key;
