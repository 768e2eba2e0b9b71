DELETE FROM sms_retention_left WHERE step = :step AND message_id = :id;
