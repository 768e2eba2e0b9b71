UPDATE sms_keys SET fingerprint = :fingerprint WHERE key = :key;
