SELECT l.message_id
FROM sms_retention_left AS l JOIN sms_messages AS m ON m.id = l.message_id
WHERE l.step = :step AND m.deadline_at IS NULL
ORDER BY l.message_id LIMIT :batch;
