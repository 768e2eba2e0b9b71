SELECT part, size FROM ban_import_parts WHERE import_id = :import_id ORDER BY part;
