SELECT min(id) AS id FROM sms_messages;
