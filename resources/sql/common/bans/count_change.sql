UPDATE ban_state SET seq = seq + 1 WHERE id = 1;
