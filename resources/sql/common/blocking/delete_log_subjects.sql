DELETE FROM blocking_log_subjects WHERE log_id = :id
