SELECT seq FROM ban_state WHERE id = 1;
