UPDATE sms_breakers
SET lifted_at = :lifted_at, lifted_by = :lifted_by, lift_reason = :lift_reason
WHERE prefix = :prefix AND lifted_at IS NULL;
