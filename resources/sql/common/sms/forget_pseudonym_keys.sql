DELETE FROM sms_pseudonym_keys WHERE month < :month;
