SELECT id FROM sms_messages WHERE batch_id <> '' AND batch_id = :batch_id AND number_hash = :number_hash
ORDER BY id LIMIT 1;
