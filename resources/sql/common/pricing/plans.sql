SELECT id, code, name_zh, name_en, product, model, zone, tier, boundary, is_invented, retired_at, version, timeline_version
FROM pricing_plans
WHERE 1 = 1
--? id AND id = :id
--? campaign AND id IN (SELECT plan_id FROM pricing_campaign_items WHERE campaign_id = :campaign)
ORDER BY code
