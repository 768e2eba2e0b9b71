DELETE FROM pricing_campaign_items WHERE campaign_id = :campaign
