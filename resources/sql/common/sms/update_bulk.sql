UPDATE sms_bulk
SET updated_at = :updated_at, state = :state, resent = :resent, refused = :refused, refusals = :refusals
WHERE id = :id;
