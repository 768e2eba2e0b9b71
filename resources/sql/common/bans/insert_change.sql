INSERT INTO ban_changes (seq, first_id, last_id, at) VALUES (:seq, :first_id, :last_id, :at);
