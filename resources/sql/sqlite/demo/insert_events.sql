-- :rows is a JSON array of arrays, so that thousands go in one statement.
INSERT INTO sms_events (
    id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe)
SELECT
    item.value ->> 0, item.value ->> 1, item.value ->> 2, item.value ->> 3, item.value ->> 4, item.value ->> 5,
    item.value ->> 6, item.value ->> 7, item.value ->> 8, item.value ->> 9, NULL
FROM json_each(:rows) AS item;
