INSERT INTO sms_messages (id, created_at, updated_at, number_hash, number_sealed, number_masked, purpose, template, text,
    body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, idempotency_key, cost,
    validity_minutes, attempts, polls, in_the_air, deadline_at, version)
VALUES (:id, :at, :at, :number_hash, :number_sealed, :number_masked, :purpose, :template, :text,
    :body_sealed, :segments, 'created', '', '', '', '', :request_id, :idempotency_key, 0,
    :validity_minutes, 0, 0, 0, :deadline_at, 1)
ON CONFLICT DO NOTHING;
