INSERT INTO ban_lengths (kind, length) VALUES (:kind, :length) ON CONFLICT DO NOTHING;
