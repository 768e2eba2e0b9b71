-- Held, so that two services do not do the same batch.
SELECT done_below FROM sms_retention WHERE step = :step FOR UPDATE;
