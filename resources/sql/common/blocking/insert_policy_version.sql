INSERT INTO blocking_policy_versions (policy_id, version, is_deleted, body, changed_at, changed_by)
VALUES (:policy_id, :version, :is_deleted, :body, :changed_at, :changed_by)
