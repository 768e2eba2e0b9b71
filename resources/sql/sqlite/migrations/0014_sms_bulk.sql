-- What tells two requests with one idempotency key apart, and sending many messages again.
-- The fingerprint is a keyed hash of the request, NULL where nobody compares.
ALTER TABLE sms_keys ADD COLUMN fingerprint BLOB;

CREATE TABLE sms_bulk (
    id         INTEGER PRIMARY KEY,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    actor      TEXT NOT NULL, -- username of who ordered it
    reason     TEXT NOT NULL,
    request_id TEXT NOT NULL,
    state      TEXT NOT NULL, -- running, done, canceled
    total      BIGINT NOT NULL,
    resent     BIGINT NOT NULL,
    refused    BIGINT NOT NULL,
    refusals   TEXT NOT NULL -- JSON: how many by code
);
CREATE INDEX sms_bulk_running ON sms_bulk (id) WHERE state = 'running';

-- The messages that were approved and are not done yet: what a killed service goes on with.
CREATE TABLE sms_bulk_items (
    bulk_id    BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    PRIMARY KEY (bulk_id, message_id)
) WITHOUT ROWID;
