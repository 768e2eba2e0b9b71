-- Those whose message is known by now, and nothing else: strangers' stay where they are.
DELETE FROM sms_orphan_receipts
WHERE id IN (
    SELECT o.id FROM sms_orphan_receipts AS o
    WHERE EXISTS (
        SELECT 1 FROM sms_messages AS m
        WHERE m.batch_id = o.batch_id AND m.batch_id <> '' AND m.number_hash = o.number_hash)
--? batch AND o.batch_id = :batch_id
--? since AND o.received_at >= :since
    ORDER BY o.id LIMIT :limit FOR UPDATE SKIP LOCKED)
RETURNING *;
