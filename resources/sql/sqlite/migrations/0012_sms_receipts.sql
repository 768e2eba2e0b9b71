-- Receipts as they came in, durable before they are answered and not yet folded into their messages; those that fit no
-- message yet; and what riders answered.
CREATE TABLE sms_receipt_inbox (
    id            INTEGER PRIMARY KEY, -- in the order they came
    received_at   BIGINT NOT NULL,
    gateway       TEXT NOT NULL,
    batch_id      TEXT NOT NULL,
    reference     TEXT NOT NULL,
    number_hash   BLOB NOT NULL,
    kind          TEXT NOT NULL, -- receipt; reply = a rider's answer; strange = a code that is documented nowhere
    state         TEXT NOT NULL, -- the neutral one
    reason        TEXT NOT NULL,
    raw_code      TEXT NOT NULL,
    gateway_at    BIGINT,
    real_cost     BIGINT NOT NULL, -- ten-thousandths, 0 = not said
    number_masked TEXT NOT NULL, -- of a reply
    text_sealed   BLOB NOT NULL, -- of a reply
    dedupe        BLOB NOT NULL UNIQUE
);

-- The columns are those of the inbox: a receipt goes back and forth between the two. What the old table held is asked
-- for again, by the delivery queries.
DROP TABLE sms_orphan_receipts;
CREATE TABLE sms_orphan_receipts (
    id            INTEGER PRIMARY KEY,
    received_at   BIGINT NOT NULL,
    gateway       TEXT NOT NULL,
    batch_id      TEXT NOT NULL,
    reference     TEXT NOT NULL,
    number_hash   BLOB NOT NULL,
    kind          TEXT NOT NULL,
    state         TEXT NOT NULL,
    reason        TEXT NOT NULL,
    raw_code      TEXT NOT NULL,
    gateway_at    BIGINT,
    real_cost     BIGINT NOT NULL,
    number_masked TEXT NOT NULL,
    text_sealed   BLOB NOT NULL,
    dedupe        BLOB NOT NULL UNIQUE
);
CREATE INDEX sms_orphan_receipts_batch ON sms_orphan_receipts (batch_id);
CREATE INDEX sms_orphan_receipts_received ON sms_orphan_receipts (received_at);

CREATE TABLE sms_replies (
    id            INTEGER PRIMARY KEY,
    at            BIGINT NOT NULL,
    gateway       TEXT NOT NULL,
    message_id    BIGINT, -- NULL: it answers nothing that is known
    number_hash   BLOB NOT NULL,
    number_masked TEXT NOT NULL,
    text_sealed   BLOB NOT NULL,
    dedupe        BLOB NOT NULL UNIQUE
);
CREATE INDEX sms_replies_number ON sms_replies (number_hash, id);
