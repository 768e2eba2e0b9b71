SELECT COALESCE(MAX(version), 0) + 1 AS version FROM pricing_configs WHERE plan_id = :plan
