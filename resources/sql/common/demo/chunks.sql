SELECT chunk, base_at FROM demo_chunks WHERE chunk BETWEEN :first AND :last ORDER BY chunk;
