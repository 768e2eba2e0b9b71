SELECT id FROM sms_messages WHERE deadline_at IS NOT NULL AND deadline_at <= :now ORDER BY deadline_at LIMIT :limit;
