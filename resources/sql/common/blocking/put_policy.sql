INSERT INTO blocking_policies (id, version) VALUES (:id, :version)
ON CONFLICT (id) DO UPDATE SET version = excluded.version
