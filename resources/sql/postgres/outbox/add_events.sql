-- :rows is a JSON array of what each event says, in order.
INSERT INTO outbox (kind, target, key, data)
SELECT 'event', :target, '', convert_to(item::text, 'UTF8')
FROM jsonb_array_elements(:rows::jsonb) WITH ORDINALITY AS r (item, place)
ORDER BY place;
