UPDATE ban_imports
SET state = :state, wish = :wish, is_dry_run = :is_dry_run, detail = :detail, undo_reason = :undo_reason, changed_at = :now, owner = '', owned_until = 0
WHERE id = :id;
