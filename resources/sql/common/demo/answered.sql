SELECT id, number_hash, number_masked, gateway, final_at FROM sms_messages
WHERE state = 'delivered' AND final_at < :before
ORDER BY id DESC LIMIT :limit;
