SELECT id, name, note, state, publish_at, author, author_id, approver, approved_at, emergency_reason, changed_at, version,
    (SELECT COUNT(*) FROM pricing_campaign_items WHERE campaign_id = pricing_campaigns.id) AS item_count
FROM pricing_campaigns
WHERE 1 = 1
--? id AND id = :id
ORDER BY changed_at DESC, id DESC
--? limit LIMIT :limit
