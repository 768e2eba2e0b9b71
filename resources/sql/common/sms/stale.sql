SELECT id, purpose FROM sms_messages
WHERE state = :state AND in_the_air = :in_the_air AND id < :before_id AND updated_at < :before
ORDER BY id LIMIT :limit;
