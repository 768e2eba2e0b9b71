UPDATE ban_imports SET owner = :owner, owned_until = :until
WHERE id = :id AND state IN ('checking', 'writing') AND (owned_until < :now OR owner = :owner);
