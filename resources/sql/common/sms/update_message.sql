UPDATE sms_messages
SET updated_at = :updated_at, state = :state, reason = :reason, raw_code = :raw_code, gateway = :gateway,
    batch_id = :batch_id, cost = :cost, body_sealed = :body_sealed, attempts = :attempts, polls = :polls,
    in_the_air = :in_the_air, accepted_at = :accepted_at, sent_at = :sent_at, final_at = :final_at,
    deadline_at = :deadline_at, next_poll_at = :next_poll_at, version = :version
WHERE id = :id;
