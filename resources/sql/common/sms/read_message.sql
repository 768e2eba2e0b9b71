SELECT * FROM sms_messages WHERE id = :id;
