-- Where a batch of messages from `from` on ends; nothing where there are fewer.
SELECT id FROM sms_messages WHERE id >= :from AND id < :before ORDER BY id LIMIT 1 OFFSET :batch;
