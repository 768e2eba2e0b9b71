SELECT id FROM pricing_rides WHERE id > :after ORDER BY id LIMIT 1 OFFSET :skip;
