-- Messages, the append-only log each message's state is folded from, and receipts that fit no message yet.
CREATE TABLE sms_messages (
    id               BIGINT PRIMARY KEY,
    created_at       BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL,
    number_hash      BYTEA NOT NULL, -- HMAC of the E.164 number: how a number is found
    number_sealed    BYTEA NOT NULL, -- the number itself, for the worker and for an audited reveal
    number_masked    TEXT NOT NULL,
    purpose          TEXT NOT NULL,
    template         TEXT NOT NULL,
    text             TEXT NOT NULL, -- without the code
    body_sealed      BYTEA NOT NULL, -- with the code; empty once the gateway has answered
    segments         INTEGER NOT NULL,
    state            TEXT NOT NULL,
    reason           TEXT NOT NULL,
    raw_code         TEXT NOT NULL,
    gateway          TEXT NOT NULL,
    batch_id         TEXT NOT NULL,
    request_id       TEXT NOT NULL,
    idempotency_key  TEXT UNIQUE,
    cost             BIGINT NOT NULL, -- ten-thousandths
    validity_minutes INTEGER NOT NULL,
    attempts         INTEGER NOT NULL,
    polls            INTEGER NOT NULL,
    in_the_air       INTEGER NOT NULL, -- 1: a submission was begun and its end not recorded
    accepted_at      BIGINT,
    sent_at          BIGINT,
    final_at         BIGINT,
    deadline_at      BIGINT, -- NULL once nothing is waited for
    next_poll_at     BIGINT,
    version          INTEGER NOT NULL
);
CREATE INDEX sms_messages_newest ON sms_messages (created_at, id);
CREATE INDEX sms_messages_number ON sms_messages (number_hash, created_at, id);
CREATE INDEX sms_messages_state ON sms_messages (state, created_at, id);
CREATE INDEX sms_messages_batch ON sms_messages (batch_id) WHERE batch_id <> '';
CREATE INDEX sms_messages_poll ON sms_messages (next_poll_at) WHERE next_poll_at IS NOT NULL;
CREATE INDEX sms_messages_deadline ON sms_messages (deadline_at) WHERE deadline_at IS NOT NULL;

CREATE TABLE sms_events (
    id         BIGINT PRIMARY KEY,
    message_id BIGINT NOT NULL REFERENCES sms_messages (id),
    at         BIGINT NOT NULL,
    gateway_at BIGINT,
    source     TEXT NOT NULL,
    state      TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    raw_code   TEXT NOT NULL,
    reason     TEXT NOT NULL,
    note       TEXT NOT NULL,
    dedupe     BYTEA -- the same receipt twice is one event; NULL never repeats
);
CREATE INDEX sms_events_message ON sms_events (message_id, id);
CREATE UNIQUE INDEX sms_events_dedupe ON sms_events (message_id, dedupe) WHERE dedupe IS NOT NULL;

CREATE TABLE sms_orphan_receipts (
    id          BIGINT PRIMARY KEY,
    received_at BIGINT NOT NULL,
    batch_id    TEXT NOT NULL,
    reference   TEXT NOT NULL,
    number_hash BYTEA NOT NULL,
    raw_code    TEXT NOT NULL,
    gateway_at  BIGINT,
    dedupe      BYTEA NOT NULL UNIQUE
);
CREATE INDEX sms_orphan_receipts_batch ON sms_orphan_receipts (batch_id);
CREATE INDEX sms_orphan_receipts_received ON sms_orphan_receipts (received_at);
