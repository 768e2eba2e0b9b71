SELECT key FROM sms_keys WHERE message_id = :id;
