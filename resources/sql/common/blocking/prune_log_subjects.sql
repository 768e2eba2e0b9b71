DELETE FROM blocking_log_subjects WHERE log_id IN
    (SELECT id FROM blocking_log WHERE id < :before ORDER BY id LIMIT 2000)
