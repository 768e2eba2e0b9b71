-- Our reference names the message at once, unless that has another batch; else batch and number do. :rows is a JSON
-- array of [batch, reference or null, number hash].
SELECT r.key AS place,
    coalesce(
        (SELECT m.id FROM sms_messages AS m
         WHERE m.id = CAST(r.value ->> 1 AS INTEGER) AND hex(m.number_hash) = r.value ->> 2
             AND m.batch_id IN ('', r.value ->> 0)),
        (SELECT m.id FROM sms_messages AS m
         WHERE m.batch_id = r.value ->> 0 AND m.batch_id <> '' AND hex(m.number_hash) = r.value ->> 2
         ORDER BY m.id LIMIT 1)) AS message
FROM json_each(:rows) AS r;
