SELECT id, gateway, prefix, template, purpose, state, cost, real_cost, scheduled_at, accepted_at, final_at, verified_at
FROM sms_messages
WHERE id >= :from AND id < :to;
