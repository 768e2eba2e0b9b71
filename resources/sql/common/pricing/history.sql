SELECT id, at, actor, action, after FROM audit_log WHERE target = :target ORDER BY at DESC, id DESC LIMIT :limit
