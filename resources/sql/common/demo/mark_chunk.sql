INSERT INTO demo_chunks (chunk, base_at) VALUES (:chunk, :base_at) ON CONFLICT DO NOTHING;
