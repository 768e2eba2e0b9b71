SELECT message_id, fingerprint FROM sms_keys WHERE key = :key;
