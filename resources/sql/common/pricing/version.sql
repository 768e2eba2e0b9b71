SELECT version FROM pricing_version WHERE id = 1
