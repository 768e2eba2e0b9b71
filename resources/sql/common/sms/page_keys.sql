-- Answered from the state's index alone.
SELECT id
FROM sms_messages
WHERE id < :before
AND state = :state
--? from AND id >= :from
ORDER BY id DESC
LIMIT :limit;
