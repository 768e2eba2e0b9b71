INSERT INTO sms_orphan_receipts (id, received_at, gateway, batch_id, reference, number_hash, kind, state, reason,
    raw_code, gateway_at, real_cost, number_masked, text_sealed, dedupe)
SELECT
    (item ->> 0)::bigint, (item ->> 1)::bigint, (item ->> 2), (item ->> 3), (item ->> 4), decode(item ->> 5, 'hex'),
    (item ->> 6), (item ->> 7), (item ->> 8), (item ->> 9), (item ->> 10)::bigint, (item ->> 11)::bigint, (item ->> 12),
    decode(item ->> 13, 'hex'), decode(item ->> 14, 'hex')
FROM jsonb_array_elements(:rows::jsonb) AS item
ON CONFLICT DO NOTHING;
