INSERT INTO pricing_campaign_items (campaign_id, plan_id, base_config_id, body)
VALUES (:campaign_id, :plan_id, :base_config_id, :body)
