SELECT message_id FROM sms_bulk_items WHERE bulk_id = :bulk ORDER BY message_id LIMIT :limit;
