SELECT items.plan_id, items.base_config_id, items.body
FROM pricing_campaign_items AS items
JOIN pricing_plans AS plans ON plans.id = items.plan_id
WHERE items.campaign_id = :campaign
ORDER BY plans.code
