INSERT INTO sms_orphan_receipts (id, received_at, gateway, batch_id, reference, number_hash, kind, state, reason, raw_code,
    gateway_at, real_cost, number_masked, text_sealed, dedupe)
VALUES (:id, :received_at, :gateway, :batch_id, :reference, :number_hash, :kind, :state, :reason, :raw_code,
    :gateway_at, :real_cost, :number_masked, :text_sealed, :dedupe)
ON CONFLICT DO NOTHING;
