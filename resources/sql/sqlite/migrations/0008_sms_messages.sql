-- Messages sort by id alone, which is by time of creation, and each filter of the list has an index that ends with it.
-- Idempotency keys stand in a table of their own, as on PostgreSQL, where messages are kept by month.
CREATE TABLE sms_messages_0008 (
    id               INTEGER PRIMARY KEY,
    created_at       BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL,
    number_hash      BLOB NOT NULL, -- HMAC of the E.164 number: how a number is found
    number_sealed    BLOB NOT NULL, -- the number itself, for the worker and for an audited reveal
    number_masked    TEXT NOT NULL,
    prefix           TEXT NOT NULL, -- first four digits of 09…, for statistics
    purpose          TEXT NOT NULL,
    template         TEXT NOT NULL,
    language         TEXT NOT NULL,
    text             TEXT NOT NULL, -- without the code
    body_sealed      BLOB NOT NULL, -- with the code; empty once the gateway has answered
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
);

CREATE TABLE sms_events_0008 (
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
    dedupe     BLOB, -- the same receipt twice is one event; NULL never repeats
    PRIMARY KEY (message_id, id)
) WITHOUT ROWID;

CREATE TABLE sms_keys (
    key        TEXT PRIMARY KEY,
    message_id BIGINT NOT NULL
) WITHOUT ROWID;

INSERT INTO sms_messages_0008 (
    id, created_at, updated_at, number_hash, number_sealed, number_masked, prefix, purpose, template, language, text,
    body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, priority, bulk, cost, real_cost,
    validity_minutes, attempts, polls, in_the_air, accepted_at, sent_at, final_at, deadline_at, next_poll_at, version)
SELECT
    id, created_at, updated_at, number_hash, number_sealed, number_masked, substr(number_masked, 1, 4), purpose,
    template, 'zh-TW', text, body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id, 0, '', cost,
    0, validity_minutes, attempts, polls, in_the_air, accepted_at, sent_at, final_at, deadline_at, next_poll_at, version
FROM sms_messages ORDER BY id;
INSERT INTO sms_keys (key, message_id)
SELECT idempotency_key, id FROM sms_messages WHERE idempotency_key IS NOT NULL;
INSERT INTO sms_events_0008 (
    id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe)
SELECT id, message_id, at, gateway_at, source, state, verdict, raw_code, reason, note, dedupe
FROM sms_events ORDER BY message_id, id;
DROP TABLE sms_events;
DROP TABLE sms_messages;
ALTER TABLE sms_messages_0008 RENAME TO sms_messages;
ALTER TABLE sms_events_0008 RENAME TO sms_events;

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
CREATE UNIQUE INDEX sms_events_dedupe ON sms_events (message_id, dedupe) WHERE dedupe IS NOT NULL;
CREATE INDEX sms_keys_message ON sms_keys (message_id);
