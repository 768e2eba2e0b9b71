INSERT INTO pricing_configs (id, plan_id, version, fingerprint, body, author, note, created_at)
VALUES (:id, :plan_id, :version, :fingerprint, :body, :author, :note, :created_at)
