INSERT INTO outbox (kind, target, key, data) VALUES (:kind, :target, :key, :data);
