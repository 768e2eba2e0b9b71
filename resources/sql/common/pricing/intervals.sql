SELECT id, plan_id, config_id, valid_from, valid_to, state, author, author_id, approver, approved_at, note, emergency_reason, is_gap_confirmed, rollback_of, predecessor_id, predecessor_to, campaign_id, changed_at
FROM pricing_intervals
WHERE 1 = 1
--? id AND id = :id
--? plan AND plan_id = :plan
--? campaign AND campaign_id = :campaign
--? published AND state = 'approved'
--? recent AND (state <> 'withdrawn' OR changed_at > :since)
ORDER BY plan_id, valid_from, id
