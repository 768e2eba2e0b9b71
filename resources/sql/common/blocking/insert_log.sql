INSERT INTO blocking_log (id, at, what, event, request_id, actor, note, is_allowed, subjects, verdicts)
VALUES (:id, :at, :what, :event, :request_id, :actor, :note, :is_allowed, :subjects, :verdicts)
ON CONFLICT DO NOTHING
