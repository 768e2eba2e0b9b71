PRAGMA wal_autocheckpoint = 1000;
