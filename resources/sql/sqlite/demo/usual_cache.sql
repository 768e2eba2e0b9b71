-- Back to what every connection has.
PRAGMA cache_size = -2000;
