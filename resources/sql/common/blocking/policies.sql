SELECT v.body, v.version, v.is_deleted, v.changed_at, v.changed_by
FROM blocking_policies p JOIN blocking_policy_versions v ON v.policy_id = p.id AND v.version = p.version
--? id WHERE p.id = :id
ORDER BY p.id
