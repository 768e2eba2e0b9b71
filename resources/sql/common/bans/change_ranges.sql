SELECT seq, first_id, last_id FROM ban_changes WHERE seq > :after AND seq <= :up_to ORDER BY first_id;
