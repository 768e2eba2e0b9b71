-- :rows is a JSON array of arrays, so that thousands go in one statement. The 23rd of a row, counted from 0, names the person.
INSERT INTO sms_messages (
    id, created_at, updated_at, number_hash, number_sealed, number_masked, prefix, purpose, template, language,
    text, body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, priority, bulk, cost,
    real_cost, validity_minutes, attempts, polls, in_the_air, scheduled_at, accepted_at, sent_at, final_at,
    verified_at, deadline_at, next_poll_at, version)
SELECT
    (item ->> 0)::bigint, (item ->> 1)::bigint, (item ->> 2)::bigint, r.phone_hash, r.phone_sealed, (item ->> 3),
    substr(item ->> 3, 1, 4), (item ->> 4), (item ->> 5), (item ->> 24), (item ->> 6), ''::bytea, (item ->> 7)::bigint,
    (item ->> 8), (item ->> 9), (item ->> 10), (item ->> 11), (item ->> 12), (item ->> 13), 0, '', (item ->> 14)::bigint,
    (item ->> 25)::bigint, (item ->> 15)::bigint, (item ->> 16)::bigint, 0, (item ->> 17)::bigint,
    (item ->> 27)::bigint, (item ->> 18)::bigint, (item ->> 19)::bigint, (item ->> 20)::bigint, (item ->> 26)::bigint,
    (item ->> 21)::bigint, NULL, (item ->> 22)::bigint
FROM jsonb_array_elements(:rows::jsonb) AS item JOIN riders AS r ON r.id = (item ->> 23)::bigint;
