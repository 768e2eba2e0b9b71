DELETE FROM sms_bulk_items
WHERE bulk_id = :bulk AND message_id IN (SELECT value FROM json_each('[' || :ids || ']'));
