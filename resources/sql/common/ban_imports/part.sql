SELECT sealed, size FROM ban_import_parts WHERE import_id = :import_id AND part = :part;
