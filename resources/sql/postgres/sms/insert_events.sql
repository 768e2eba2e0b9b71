INSERT INTO sms_events (id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe)
SELECT
    (item ->> 0)::bigint, (item ->> 1)::bigint, (item ->> 2)::bigint, (item ->> 3)::bigint, (item ->> 4), (item ->> 5),
    (item ->> 6), (item ->> 7), (item ->> 8), (item ->> 9), decode(item ->> 10, 'hex')
FROM jsonb_array_elements(:rows::jsonb) AS item;
