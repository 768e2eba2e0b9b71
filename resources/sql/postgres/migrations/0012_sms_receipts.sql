-- Receipts as they came in, durable before they are answered and not yet folded into their messages; those that fit no
-- message yet; and what riders answered.
CREATE TABLE sms_receipt_inbox (
    id            BIGINT PRIMARY KEY, -- in the order they came
    received_at   BIGINT NOT NULL,
    gateway       TEXT NOT NULL,
    batch_id      TEXT NOT NULL,
    reference     TEXT NOT NULL,
    number_hash   BYTEA NOT NULL,
    kind          TEXT NOT NULL, -- receipt; reply = a rider's answer; strange = a code that is documented nowhere
    state         TEXT NOT NULL, -- the neutral one
    reason        TEXT NOT NULL,
    raw_code      TEXT NOT NULL,
    gateway_at    BIGINT,
    real_cost     BIGINT NOT NULL, -- ten-thousandths, 0 = not said
    number_masked TEXT NOT NULL, -- of a reply
    text_sealed   BYTEA NOT NULL, -- of a reply
    dedupe        BYTEA NOT NULL UNIQUE
);

-- Rows live for some milliseconds; what is left of them is cleared away before it slows the next ones down.
ALTER TABLE sms_receipt_inbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- The columns are those of the inbox: a receipt goes back and forth between the two. What the old table held is asked
-- for again, by the delivery queries.
DROP TABLE sms_orphan_receipts;
CREATE TABLE sms_orphan_receipts (
    id            BIGINT PRIMARY KEY,
    received_at   BIGINT NOT NULL,
    gateway       TEXT NOT NULL,
    batch_id      TEXT NOT NULL,
    reference     TEXT NOT NULL,
    number_hash   BYTEA NOT NULL,
    kind          TEXT NOT NULL,
    state         TEXT NOT NULL,
    reason        TEXT NOT NULL,
    raw_code      TEXT NOT NULL,
    gateway_at    BIGINT,
    real_cost     BIGINT NOT NULL,
    number_masked TEXT NOT NULL,
    text_sealed   BYTEA NOT NULL,
    dedupe        BYTEA NOT NULL UNIQUE
);
CREATE INDEX sms_orphan_receipts_batch ON sms_orphan_receipts (batch_id);
CREATE INDEX sms_orphan_receipts_received ON sms_orphan_receipts (received_at);

CREATE TABLE sms_replies (
    id            BIGINT PRIMARY KEY,
    at            BIGINT NOT NULL,
    gateway       TEXT NOT NULL,
    message_id    BIGINT, -- NULL: it answers nothing that is known
    number_hash   BYTEA NOT NULL,
    number_masked TEXT NOT NULL,
    text_sealed   BYTEA NOT NULL,
    dedupe        BYTEA NOT NULL UNIQUE
);
CREATE INDEX sms_replies_number ON sms_replies (number_hash, id);
