SELECT id FROM bans WHERE import_id = :import_id AND import_id <> 0 AND id > :after ORDER BY id LIMIT :limit;
