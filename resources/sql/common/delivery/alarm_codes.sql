-- After a breaker was lifted, only what was sent since then counts against its prefix.
SELECT prefix, count(*) AS codes, count(verified_at) AS verified
FROM sms_messages AS m
WHERE id >= :from AND id < :to AND purpose = 'otp' AND accepted_at IS NOT NULL
    AND created_at > coalesce((SELECT max(b.lifted_at) FROM sms_breakers AS b WHERE b.prefix = m.prefix), 0)
GROUP BY prefix;
