DELETE FROM sms_stats WHERE grain = :grain AND at >= :from AND at < :to;
