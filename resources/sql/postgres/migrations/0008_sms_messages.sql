-- Messages and their events by month: a range of time is a range of ids (milliseconds since 2020, then 21 bits), so a
-- partition holds the ids of one month, UTC. Idempotency keys stand in a table of their own: a unique key over
-- partitions would have to contain the id.
SET LOCAL statement_timeout = 0;
ALTER TABLE sms_messages RENAME TO sms_messages_0003;
ALTER TABLE sms_events RENAME TO sms_events_0003;

CREATE TABLE sms_messages (
    id               BIGINT NOT NULL,
    created_at       BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL,
    number_hash      BYTEA NOT NULL, -- HMAC of the E.164 number: how a number is found
    number_sealed    BYTEA NOT NULL, -- the number itself, for the worker and for an audited reveal
    number_masked    TEXT NOT NULL,
    prefix           TEXT NOT NULL, -- first four digits of 09…, for statistics
    purpose          TEXT NOT NULL,
    template         TEXT NOT NULL,
    language         TEXT NOT NULL,
    text             TEXT NOT NULL, -- without the code
    body_sealed      BYTEA NOT NULL, -- with the code; empty once the gateway has answered
    segments         INTEGER NOT NULL,
    state            TEXT NOT NULL,
    reason           TEXT NOT NULL,
    raw_code         TEXT NOT NULL,
    gateway          TEXT NOT NULL,
    batch_id         TEXT NOT NULL,
    request_id       TEXT NOT NULL,
    priority         INTEGER NOT NULL, -- 0 = normal, higher first
    resend_of        BIGINT, -- the message this one is sent again for
    bulk             TEXT NOT NULL, -- id of the bulk job it came from
    cost             BIGINT NOT NULL, -- ten-thousandths
    real_cost        BIGINT NOT NULL, -- ten-thousandths, 0 = not said
    validity_minutes INTEGER NOT NULL,
    attempts         INTEGER NOT NULL,
    polls            INTEGER NOT NULL,
    in_the_air       INTEGER NOT NULL, -- 1: a submission was begun and its end not recorded
    scheduled_at     BIGINT, -- when it shall be sent; NULL = at once
    accepted_at      BIGINT,
    sent_at          BIGINT,
    final_at         BIGINT,
    verified_at      BIGINT, -- when the code in it was used
    deadline_at      BIGINT, -- NULL once nothing is waited for
    next_poll_at     BIGINT,
    version          INTEGER NOT NULL
) PARTITION BY RANGE (id);

CREATE TABLE sms_events (
    id         BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    gateway_at BIGINT,
    source     TEXT NOT NULL,
    state      TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    raw_code   TEXT NOT NULL,
    reason     TEXT NOT NULL,
    note       TEXT NOT NULL,
    dedupe     BYTEA -- the same receipt twice is one event; NULL never repeats
) PARTITION BY RANGE (message_id);

-- What no month was made for yet; empty as long as a service runs at least once in two months.
CREATE TABLE sms_messages_default PARTITION OF sms_messages DEFAULT;
CREATE TABLE sms_events_default PARTITION OF sms_events DEFAULT;

CREATE TABLE sms_keys (
    key        TEXT PRIMARY KEY,
    message_id BIGINT NOT NULL
);

-- Makes the partitions of all months from one instant to another, both included and in milliseconds since 1970; gives
-- how many were missing. Several services may call it at once. Rows that waited in the default partition move along;
-- only then does everybody else wait, for as long as that takes.
CREATE FUNCTION sms_add_partitions(from_at BIGINT, until_at BIGINT) RETURNS INTEGER
LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
    month  TIMESTAMP := date_trunc('month', to_timestamp(from_at / 1000) AT TIME ZONE 'UTC');
    last   TIMESTAMP := date_trunc('month', to_timestamp(until_at / 1000) AT TIME ZONE 'UTC');
    low    BIGINT;
    high   BIGINT;
    parent TEXT;
    key    TEXT;
    part   TEXT;
    waits  BOOLEAN;
    made   INTEGER := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('sms_add_partitions'));
    WHILE month <= last LOOP
        low := ((extract(epoch FROM month) * 1000)::bigint - 1577836800000) << 21;
        high := ((extract(epoch FROM month + interval '1 month') * 1000)::bigint - 1577836800000) << 21;
        FOREACH parent IN ARRAY ARRAY['sms_messages', 'sms_events'] LOOP
            part := parent || to_char(month, '_YYYY_MM');
            CONTINUE WHEN to_regclass(part) IS NOT NULL;
            key := CASE parent WHEN 'sms_messages' THEN 'id' ELSE 'message_id' END;
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING INDEXES)', part, parent);
            EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I >= %s AND %I < %s)',
                           parent || '_default', key, low, key, high) INTO waits;
            IF waits THEN
                EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', parent);
                EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %s AND %I < %s RETURNING *) '
                               'INSERT INTO %I SELECT * FROM moved',
                               parent || '_default', key, low, key, high, part);
            END IF;
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', parent, part, low, high);
            made := made + 1;
        END LOOP;
        month := month + interval '1 month';
    END LOOP;
    RETURN made;
END
$$;

SELECT sms_add_partitions((min(id) >> 21) + 1577836800000, (max(id) >> 21) + 1577836800000)
FROM sms_messages_0003 HAVING count(*) > 0;

INSERT INTO sms_messages (
    id, created_at, updated_at, number_hash, number_sealed, number_masked, prefix, purpose, template, language, text,
    body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, priority, bulk, cost, real_cost,
    validity_minutes, attempts, polls, in_the_air, accepted_at, sent_at, final_at, deadline_at, next_poll_at, version)
SELECT
    id, created_at, updated_at, number_hash, number_sealed, number_masked, substr(number_masked, 1, 4), purpose,
    template, 'zh-TW', text, body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, 0, '', cost,
    0, validity_minutes, attempts, polls, in_the_air, accepted_at, sent_at, final_at, deadline_at, next_poll_at, version
FROM sms_messages_0003 ORDER BY id;
INSERT INTO sms_keys (key, message_id)
SELECT idempotency_key, id FROM sms_messages_0003 WHERE idempotency_key IS NOT NULL;
INSERT INTO sms_events (
    id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe)
SELECT id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe
FROM sms_events_0003 ORDER BY message_id, id;
DROP TABLE sms_events_0003;
DROP TABLE sms_messages_0003;

ALTER TABLE sms_messages ADD PRIMARY KEY (id);
CREATE INDEX sms_messages_number ON sms_messages (number_hash, id);
CREATE INDEX sms_messages_state ON sms_messages (state, id);
CREATE INDEX sms_messages_reason ON sms_messages (reason, id) WHERE reason <> '';
CREATE INDEX sms_messages_gateway ON sms_messages (gateway, id);
CREATE INDEX sms_messages_purpose ON sms_messages (purpose, id);
CREATE INDEX sms_messages_template ON sms_messages (template, id);
CREATE INDEX sms_messages_batch ON sms_messages (batch_id, id) WHERE batch_id <> '';
CREATE INDEX sms_messages_request ON sms_messages (request_id, id) WHERE request_id <> '';
CREATE INDEX sms_messages_poll ON sms_messages (next_poll_at) WHERE next_poll_at IS NOT NULL;
CREATE INDEX sms_messages_deadline ON sms_messages (deadline_at) WHERE deadline_at IS NOT NULL;
ALTER TABLE sms_events ADD PRIMARY KEY (message_id, id);
CREATE UNIQUE INDEX sms_events_dedupe ON sms_events (message_id, dedupe) WHERE dedupe IS NOT NULL;
CREATE INDEX sms_keys_message ON sms_keys (message_id);
