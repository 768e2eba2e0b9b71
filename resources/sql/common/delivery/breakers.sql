SELECT id, prefix, since, ratio, codes, stopped_by, stop_reason, lifted_at, lifted_by, lift_reason
FROM sms_breakers
--? open WHERE lifted_at IS NULL
ORDER BY CASE WHEN lifted_at IS NULL THEN 0 ELSE 1 END, since DESC, id DESC
LIMIT :limit;
