-- The one writer holds the whole file already.
SELECT * FROM sms_bulk WHERE state = 'running' ORDER BY id LIMIT 1;
