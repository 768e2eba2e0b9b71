-- What receipts change of messages, many at once. The last column: 1 = the sealed text goes.
UPDATE sms_messages AS m
SET updated_at = (item ->> 1)::bigint, state = item ->> 2, reason = item ->> 3, raw_code = item ->> 4,
    batch_id = item ->> 5, cost = (item ->> 6)::bigint, real_cost = (item ->> 7)::bigint,
    in_the_air = (item ->> 8)::integer, accepted_at = (item ->> 9)::bigint, sent_at = (item ->> 10)::bigint,
    final_at = (item ->> 11)::bigint, deadline_at = (item ->> 12)::bigint, next_poll_at = (item ->> 13)::bigint,
    version = (item ->> 14)::integer,
    body_sealed = CASE item ->> 15 WHEN '1' THEN ''::bytea ELSE m.body_sealed END
FROM jsonb_array_elements(:rows::jsonb) AS item
WHERE m.id = (item ->> 0)::bigint;
