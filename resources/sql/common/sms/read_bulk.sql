SELECT * FROM sms_bulk WHERE id = :id;
