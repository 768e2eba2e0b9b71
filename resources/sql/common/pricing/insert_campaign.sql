INSERT INTO pricing_campaigns (id, name, note, state, publish_at, author, author_id, approver, approved_at, emergency_reason, changed_at, version)
VALUES (:id, :name, :note, :state, :publish_at, :author, :author_id, :approver, :approved_at, :emergency_reason, :changed_at, :version)
