INSERT INTO ban_imports (id, name, state, is_dry_run, wish, author, author_id, created_at, changed_at, total_bytes, lines,
    good, bad, duplicates, done, next_byte, next_line, last_id, detail, undo_reason, owner, owned_until)
VALUES (:id, :name, 'receiving', :is_dry_run, '', :author, :author_id, :now, :now, :total_bytes, 0,
    0, 0, 0, 0, 0, 1, 0, '', '', '', 0);
