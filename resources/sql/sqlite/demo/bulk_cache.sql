-- While the company is written: else each chunk reads its own pages back, and waits for the disk.
PRAGMA cache_size = -65536;
