SELECT id, at, actor_id, actor, action, target, request_id, before, after FROM audit_log WHERE action = :action ORDER BY at, id
