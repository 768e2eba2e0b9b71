-- The one writer holds the whole file already.
SELECT id, name, state, is_dry_run, wish, author, author_id, created_at, changed_at, total_bytes, lines, good, bad, duplicates, done, next_byte, next_line, last_id, detail, undo_reason, owner, owned_until FROM ban_imports WHERE id = :id;
