-- The one writer holds the whole file already.
SELECT * FROM sms_messages WHERE id = :id;
