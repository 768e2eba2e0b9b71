DELETE FROM sms_receipt_inbox
WHERE id IN (SELECT id FROM sms_receipt_inbox ORDER BY id LIMIT :limit)
RETURNING *;
