DELETE FROM sms_orphan_receipts WHERE id = :id;
