UPDATE sms_retention SET done_below = :done_below WHERE step = :step;
