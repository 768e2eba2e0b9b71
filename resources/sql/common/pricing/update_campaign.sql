-- Its version was counted when it was taken.
UPDATE pricing_campaigns
SET name = :name,
    note = :note,
    state = :state,
    publish_at = :publish_at,
    author = :author,
    author_id = :author_id,
    approver = :approver,
    approved_at = :approved_at,
    emergency_reason = :emergency_reason,
    changed_at = :changed_at
WHERE id = :id
