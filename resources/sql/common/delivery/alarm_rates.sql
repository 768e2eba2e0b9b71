SELECT gateway, state, count(*) AS messages
FROM sms_messages
WHERE id >= :from AND id < :to AND gateway <> ''
GROUP BY gateway, state;
