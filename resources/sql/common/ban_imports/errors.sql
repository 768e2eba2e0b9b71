SELECT line, field, code, message, text_sealed FROM ban_import_errors WHERE import_id = :import_id ORDER BY n;
