UPDATE bans
SET lifted_at = NULL, closed_at = NULL, lifted_by = '', lift_reason = '', lift_id = 0, version = version + 1
WHERE id = :id AND lift_id = :lift_id
    AND NOT EXISTS (SELECT 1 FROM bans AS o WHERE o.value_hash = :value_hash AND o.closed_at IS NULL);
