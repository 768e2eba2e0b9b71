DELETE FROM ban_import_parts
WHERE import_id IN (SELECT id FROM ban_imports WHERE state IN ('canceled', 'done', 'failed', 'undone'));
