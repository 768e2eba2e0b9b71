DELETE FROM sms_bulk_items WHERE bulk_id = :bulk;
