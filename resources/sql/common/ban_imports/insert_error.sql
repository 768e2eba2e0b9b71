INSERT INTO ban_import_errors (import_id, n, line, field, code, message, text_sealed)
VALUES (:import_id, :n, :line, :field, :code, :message, :text_sealed);
