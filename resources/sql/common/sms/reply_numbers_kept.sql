SELECT id, number_hash FROM sms_replies
WHERE id >= :from AND id < :to AND number_masked NOT LIKE '%••••••'
ORDER BY id;
