-- Several services fold at once: each takes what no other has in hands.
DELETE FROM sms_receipt_inbox
WHERE id = ANY (ARRAY(SELECT id FROM sms_receipt_inbox ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED))
RETURNING *;
