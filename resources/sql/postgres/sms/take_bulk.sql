-- One that a sister service is at is left to it.
SELECT * FROM sms_bulk WHERE state = 'running' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED;
