DELETE FROM ban_changes WHERE at < :before AND seq < :below;
