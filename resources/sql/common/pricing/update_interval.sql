UPDATE pricing_intervals
SET config_id = :config_id,
    valid_from = :valid_from,
    valid_to = :valid_to,
    state = :state,
    author = :author,
    author_id = :author_id,
    approver = :approver,
    approved_at = :approved_at,
    note = :note,
    emergency_reason = :emergency_reason,
    is_gap_confirmed = :is_gap_confirmed,
    rollback_of = :rollback_of,
    predecessor_id = :predecessor_id,
    predecessor_to = :predecessor_to,
    campaign_id = :campaign_id,
    changed_at = :changed_at
WHERE id = :id
