SELECT m.*, k.key AS key FROM sms_messages AS m LEFT JOIN sms_keys AS k ON k.message_id = m.id
WHERE m.id = ANY (CAST('{' || :ids || '}' AS bigint[]))
ORDER BY m.id DESC;
