SELECT MIN(seq) AS seq FROM ban_changes;
