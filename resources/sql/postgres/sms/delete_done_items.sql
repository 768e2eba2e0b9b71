DELETE FROM sms_bulk_items WHERE bulk_id = :bulk AND message_id = ANY (CAST('{' || :ids || '}' AS bigint[]));
