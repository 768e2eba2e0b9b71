SELECT message_id, dedupe FROM sms_events
WHERE message_id = ANY (CAST('{' || :ids || '}' AS bigint[])) AND message_id BETWEEN :first AND :last
    AND dedupe IS NOT NULL;
