DELETE FROM sms_keys WHERE message_id >= :from AND message_id < :to;
