SELECT message_id, dedupe FROM sms_events
WHERE message_id IN (SELECT value FROM json_each('[' || :ids || ']')) AND dedupe IS NOT NULL;
