SELECT key, message_id FROM sms_keys WHERE key IN (SELECT jsonb_array_elements_text(CAST(:keys AS jsonb)));
