DELETE FROM ban_import_errors WHERE import_id = :import_id;
