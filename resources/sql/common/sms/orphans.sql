SELECT * FROM sms_orphan_receipts
--? batch WHERE batch_id = :batch_id
ORDER BY id LIMIT :limit;
