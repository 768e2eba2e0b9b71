INSERT INTO sms_bulk_items (bulk_id, message_id) SELECT :bulk, value FROM json_each('[' || :ids || ']');
