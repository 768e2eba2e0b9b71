SELECT id, created_at, updated_at, number_masked, purpose, template, text, segments, state, reason, raw_code, gateway,
    batch_id, request_id, cost, accepted_at, sent_at, final_at, version
FROM sms_messages
WHERE (created_at, id) < (:created_at, :id)
--? number AND number_hash = :number_hash
--? state AND state = :state
--? state_of_number AND state || '' = :state
--? from AND created_at >= :from
ORDER BY created_at DESC, id DESC
LIMIT :limit;
