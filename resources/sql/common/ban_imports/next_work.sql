SELECT id FROM ban_imports WHERE state IN ('checking', 'writing') AND (owned_until < :now OR owner = :owner) ORDER BY id LIMIT 1;
