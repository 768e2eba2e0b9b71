SELECT at, is_allowed, subjects, verdicts FROM blocking_log
WHERE event = :event AND what = 'decided' AND id >= :from ORDER BY id LIMIT :limit
