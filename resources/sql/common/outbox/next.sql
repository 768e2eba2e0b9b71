SELECT id, kind, target, key, data FROM outbox ORDER BY id LIMIT :limit;
