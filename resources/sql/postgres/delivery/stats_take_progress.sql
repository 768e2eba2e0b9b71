SELECT as_of, settled_at, daily_at, above, floor FROM sms_stats_progress WHERE id = 1 FOR UPDATE;
