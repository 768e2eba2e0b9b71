PRAGMA wal_autocheckpoint = 20000;
