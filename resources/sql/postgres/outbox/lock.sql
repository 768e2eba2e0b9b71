-- One relay of all services moves rows at a time: SKIP LOCKED would let a second one overtake the first and show a
-- message's states in the wrong order. The number means "moving the outbox".
SELECT pg_advisory_xact_lock(7393660010002);
