INSERT INTO blocking_log_subjects (subject, log_id) VALUES (:subject, :log_id) ON CONFLICT DO NOTHING
