-- In the order of their ids, so that two who lock many never wait for each other in a ring.
SELECT * FROM sms_messages
WHERE id = ANY (CAST('{' || :ids || '}' AS bigint[])) AND id BETWEEN :first AND :last
ORDER BY id FOR UPDATE;
