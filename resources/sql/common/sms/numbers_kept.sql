SELECT id, number_hash FROM sms_messages
WHERE id >= :from AND id < :to AND deadline_at IS NULL AND length(number_sealed) > 0
ORDER BY id;
