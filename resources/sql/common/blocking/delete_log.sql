DELETE FROM blocking_log WHERE id = :id
