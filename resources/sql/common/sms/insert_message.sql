INSERT INTO sms_messages (id, created_at, updated_at, number_hash, number_sealed, number_masked, prefix, purpose,
    template, language, text, body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, priority,
    resend_of, bulk, cost, real_cost, validity_minutes, attempts, polls, in_the_air, scheduled_at, deadline_at, version)
VALUES (:id, :at, :at, :number_hash, :number_sealed, :number_masked, :prefix, :purpose,
    :template, :language, :text, :body_sealed, :segments, 'created', '', '', '', '', :request_id, :priority,
    :resend_of, :bulk, 0, 0, :validity_minutes, 0, 0, 0, :scheduled_at, :deadline_at, 1);
