-- Answered from the state's index alone.
SELECT created_at, id
FROM sms_messages
WHERE (created_at, id) < (:created_at, :id)
AND state = :state
--? from AND created_at >= :from
ORDER BY created_at DESC, id DESC
LIMIT :limit;
