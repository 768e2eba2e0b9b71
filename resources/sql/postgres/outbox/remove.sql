DELETE FROM outbox WHERE id = ANY (CAST('{' || :ids || '}' AS bigint[]));
