INSERT INTO sms_alarms (id, kind, subject, since, value, boundary)
VALUES (:id, :kind, :subject, :since, :value, :boundary)
ON CONFLICT DO NOTHING;
