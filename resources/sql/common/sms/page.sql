SELECT id, created_at, updated_at, number_masked, prefix, purpose, template, language, text, segments, state, reason,
    raw_code, gateway, batch_id, request_id, priority, resend_of, bulk, cost, real_cost, scheduled_at, accepted_at,
    sent_at, final_at, verified_at, version
FROM sms_messages
WHERE id < :before
--? number AND number_hash = :number_hash
--? state AND state = :state
--? state_of_number AND state || '' = :state
--? from AND id >= :from
ORDER BY id DESC
LIMIT :limit;
