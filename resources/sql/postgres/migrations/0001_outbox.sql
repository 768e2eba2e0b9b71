-- What must happen after a commit and only then (services/live). Rows are gone once they are in Redis.
CREATE TABLE outbox (
    id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind   TEXT NOT NULL CHECK (kind IN ('event', 'job')),
    target TEXT NOT NULL, -- the event's type, or the queue's name
    key    TEXT NOT NULL, -- the job's id; empty for an event
    data   BYTEA NOT NULL
);
