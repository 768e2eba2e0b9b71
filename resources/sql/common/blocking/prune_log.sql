DELETE FROM blocking_log WHERE id IN (SELECT id FROM blocking_log WHERE id < :before ORDER BY id LIMIT 2000)
