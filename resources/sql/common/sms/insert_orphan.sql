INSERT INTO sms_orphan_receipts (id, received_at, batch_id, reference, number_hash, raw_code, gateway_at, dedupe)
VALUES (:id, :received_at, :batch_id, :reference, :number_hash, :raw_code, :gateway_at, :dedupe)
ON CONFLICT DO NOTHING;
