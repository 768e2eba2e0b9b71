INSERT INTO ban_import_parts (import_id, part, size, hash, sealed) VALUES (:import_id, :part, :size, :hash, :sealed)
ON CONFLICT DO NOTHING;
