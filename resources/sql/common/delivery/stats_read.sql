SELECT at, dimension, key, asked, accepted, delivered, undelivered, canceled, unknown, still_open, codes, verified,
    cost, to_delivery
FROM sms_stats
WHERE grain = :grain AND at >= :from AND at < :to
--? dimension AND dimension = :dimension
;
