INSERT INTO sms_breakers (id, prefix, since, ratio, codes, stopped_by, stop_reason, lifted_by, lift_reason)
VALUES (:id, :prefix, :since, :ratio, :codes, :stopped_by, :stop_reason, '', '')
ON CONFLICT DO NOTHING;
