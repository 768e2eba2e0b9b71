DELETE FROM sms_orphan_receipts WHERE received_at < :before;
