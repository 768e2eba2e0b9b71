SELECT id, at, gateway, message_id, number_masked, text_sealed
FROM sms_replies
WHERE id < :before
--? number AND number_hash = :number_hash
ORDER BY id DESC LIMIT :limit;
