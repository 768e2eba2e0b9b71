SELECT chunk, base_at FROM demo_chunks ORDER BY chunk;
