INSERT INTO sms_bulk_items (bulk_id, message_id)
SELECT CAST(:bulk AS BIGINT), unnest(CAST('{' || :ids || '}' AS bigint[]));
