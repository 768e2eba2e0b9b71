SELECT count(*) AS total FROM sms_orphan_receipts;
