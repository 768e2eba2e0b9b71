SELECT count(*) AS total FROM sms_receipt_inbox;
