SELECT id, kind, subject, since, until, value, boundary
FROM sms_alarms
--? lasting WHERE until IS NULL
ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, since DESC, id DESC
LIMIT :limit;
