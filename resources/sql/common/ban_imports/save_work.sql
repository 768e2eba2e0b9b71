UPDATE ban_imports
SET state = :state, wish = CASE WHEN :clear_wish = 1 THEN '' ELSE wish END, lines = :lines, good = :good, bad = :bad,
    duplicates = :duplicates, done = :done, next_byte = :next_byte, next_line = :next_line, last_id = :last_id,
    detail = :detail, changed_at = :now, owned_until = :until
WHERE id = :id AND owner = :owner;
