SELECT id, purpose FROM sms_messages
WHERE state = :state AND in_the_air = :in_the_air AND id > :after AND id < :before_id AND updated_at < :before
AND (scheduled_at IS NULL OR scheduled_at < :before)
--? gateway AND gateway = :gateway AND length(body_sealed) > 0
ORDER BY id LIMIT :limit;
