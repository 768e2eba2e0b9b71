SELECT message_id FROM sms_keys WHERE key = :key;
