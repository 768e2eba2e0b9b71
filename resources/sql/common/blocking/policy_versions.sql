SELECT body, version, is_deleted, changed_at, changed_by FROM blocking_policy_versions WHERE policy_id = :id
--? version AND version = :version
ORDER BY version DESC LIMIT 500
