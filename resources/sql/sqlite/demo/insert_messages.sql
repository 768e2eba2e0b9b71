-- :rows is a JSON array of arrays, so that thousands go in one statement. The 23rd of a row, counted from 0, names the person.
INSERT INTO sms_messages (
    id, created_at, updated_at, number_hash, number_sealed, number_masked, prefix, purpose, template, language,
    text, body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, priority, bulk, cost,
    real_cost, validity_minutes, attempts, polls, in_the_air, scheduled_at, accepted_at, sent_at, final_at,
    verified_at, deadline_at, next_poll_at, version)
SELECT
    item.value ->> 0, item.value ->> 1, item.value ->> 2, r.phone_hash, r.phone_sealed, item.value ->> 3,
    substr(item.value ->> 3, 1, 4), item.value ->> 4, item.value ->> 5, item.value ->> 24, item.value ->> 6, x'',
    item.value ->> 7, item.value ->> 8, item.value ->> 9, item.value ->> 10, item.value ->> 11, item.value ->> 12,
    item.value ->> 13, 0, '', item.value ->> 14, item.value ->> 25, item.value ->> 15, item.value ->> 16, 0,
    item.value ->> 17, item.value ->> 27, item.value ->> 18, item.value ->> 19, item.value ->> 20, item.value ->> 26,
    item.value ->> 21, NULL, item.value ->> 22
FROM json_each(:rows) AS item JOIN riders AS r ON r.id = item.value ->> 23;
