SELECT kind, length FROM ban_lengths ORDER BY kind, length;
