SELECT version, is_seeded FROM blocking_version WHERE id = 1
