SELECT id FROM sms_messages WHERE next_poll_at IS NOT NULL AND next_poll_at <= :now ORDER BY next_poll_at LIMIT :limit;
