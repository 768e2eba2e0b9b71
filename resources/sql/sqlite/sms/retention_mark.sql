SELECT done_below FROM sms_retention WHERE step = :step;
