SELECT id, plan_id, version, fingerprint, author, note, created_at
--? body , body
FROM pricing_configs
WHERE 1 = 1
--? id AND id = :id
--? plan AND plan_id = :plan
--? fingerprint AND fingerprint = :fingerprint
--? published AND id IN (SELECT config_id FROM pricing_intervals WHERE state = 'approved')
ORDER BY plan_id, version
