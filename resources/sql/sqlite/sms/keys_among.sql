SELECT key, message_id FROM sms_keys WHERE key IN (SELECT value FROM json_each(:keys));
