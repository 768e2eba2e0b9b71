SELECT id, purpose FROM sms_messages
WHERE state = :state AND in_the_air = :in_the_air AND created_at < :before AND updated_at < :before
ORDER BY created_at, id LIMIT :limit;
