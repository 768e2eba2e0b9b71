-- The number is ours alone: it means "migrating WeMo". A migration may take longer than a request, hence the limits,
-- which end with the transaction.
SELECT set_config('statement_timeout', '30min', true), set_config('lock_timeout', '10min', true),
       pg_advisory_xact_lock(7393660010001);
