UPDATE sms_messages SET text = '', body_sealed = :nothing
WHERE id >= :from AND id < :to AND deadline_at IS NULL AND (text <> '' OR length(body_sealed) > 0);
