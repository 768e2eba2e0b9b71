UPDATE sms_messages
SET updated_at = :updated_at, state = :state, reason = :reason, raw_code = :raw_code, gateway = :gateway,
    batch_id = :batch_id, cost = :cost, real_cost = :real_cost, body_sealed = :body_sealed, attempts = :attempts,
    polls = :polls, in_the_air = :in_the_air, scheduled_at = :scheduled_at, accepted_at = :accepted_at,
    sent_at = :sent_at, final_at = :final_at, verified_at = :verified_at, deadline_at = :deadline_at,
    next_poll_at = :next_poll_at, version = :version
WHERE id = :id;
