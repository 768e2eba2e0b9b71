-- Our reference names the message at once, unless that has another batch; else batch and number do, among the newest
-- months first. :rows is a JSON array of [batch, reference or null, number hash].
SELECT r.place - 1 AS place,
    coalesce(
        (SELECT m.id FROM sms_messages AS m
         WHERE m.id = (r.item ->> 1)::bigint AND m.number_hash = decode(r.item ->> 2, 'hex')
             AND m.batch_id IN ('', r.item ->> 0)),
        (SELECT m.id FROM sms_messages AS m
         WHERE m.batch_id = r.item ->> 0 AND m.batch_id <> '' AND m.number_hash = decode(r.item ->> 2, 'hex')
             AND m.id >= :since
         ORDER BY m.id LIMIT 1),
        (SELECT m.id FROM sms_messages AS m
         WHERE m.batch_id = r.item ->> 0 AND m.batch_id <> '' AND m.number_hash = decode(r.item ->> 2, 'hex')
             AND m.id < :since
         ORDER BY m.id LIMIT 1)) AS message
FROM jsonb_array_elements(:rows::jsonb) WITH ORDINALITY AS r (item, place);
