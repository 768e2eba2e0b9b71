INSERT INTO sms_bulk (id, created_at, updated_at, actor, reason, request_id, state, total, resent, refused, refusals)
VALUES (:id, :at, :at, :actor, :reason, :request_id, :state, :total, 0, 0, '{}');
