-- With `since` only the months from there on are looked at: what is heard of is nearly always new.
SELECT id FROM sms_messages WHERE batch_id <> '' AND batch_id = :batch_id AND number_hash = :number_hash
--? since AND id >= :since
ORDER BY id LIMIT 1;
