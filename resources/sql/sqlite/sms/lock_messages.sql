-- The one writer holds the whole file already.
SELECT * FROM sms_messages WHERE id IN (SELECT value FROM json_each('[' || :ids || ']')) ORDER BY id;
