SELECT COALESCE(MAX(id), 0) AS last, COUNT(*) AS count FROM pricing_rides WHERE id > :after;
