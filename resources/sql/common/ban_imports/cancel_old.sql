UPDATE ban_imports SET state = 'canceled', changed_at = :now WHERE state IN ('receiving', 'ready') AND changed_at < :before;
