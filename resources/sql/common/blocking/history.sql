SELECT l.id, l.at, l.what, l.event, l.request_id, l.actor, l.note, l.is_allowed, l.subjects, l.verdicts
FROM blocking_log_subjects s JOIN blocking_log l ON l.id = s.log_id
WHERE s.subject = :subject AND s.log_id < :before ORDER BY s.log_id DESC LIMIT :limit
