INSERT INTO audit_log (id, at, actor_id, actor, action, target, request_id, before, after)
VALUES (:id, :at, :actor_id, :actor, :action, :target, :request_id, :before, :after)
