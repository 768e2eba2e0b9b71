UPDATE sms_stats_progress
SET as_of = :as_of, settled_at = :settled_at, daily_at = :daily_at, above = :above, floor = :floor
WHERE id = 1;
