-- Members of staff, their sessions, and what they did.
CREATE TABLE staff_accounts (
    id            BIGINT PRIMARY KEY,
    username      TEXT NOT NULL UNIQUE, -- lower case
    display_name  TEXT NOT NULL,
    role          TEXT NOT NULL,
    password_hash TEXT NOT NULL, -- argon2id, with its parameters and salt in it
    active        INTEGER NOT NULL,
    created_at    BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL
);

-- One row a sign-in: the family that all tokens refreshed from it belong to.
CREATE TABLE staff_sessions (
    id           BIGINT PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES staff_accounts (id),
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL, -- of its last refresh token
    ended_at     BIGINT,
    ended_reason TEXT NOT NULL
);
CREATE INDEX staff_sessions_account ON staff_sessions (account_id);
CREATE INDEX staff_sessions_expires ON staff_sessions (expires_at);

-- Only hashes: who reads this table cannot sign in with it. A used refresh token stays until it would have expired, so
-- that its second use is noticed.
CREATE TABLE staff_tokens (
    hash       BYTEA PRIMARY KEY,
    session_id BIGINT NOT NULL REFERENCES staff_sessions (id),
    kind       TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX staff_tokens_session ON staff_tokens (session_id);
CREATE INDEX staff_tokens_expires ON staff_tokens (expires_at);

CREATE TABLE audit_log (
    id         BIGINT PRIMARY KEY,
    at         BIGINT NOT NULL,
    actor_id   BIGINT NOT NULL, -- 0: nobody who is known
    actor      TEXT NOT NULL,
    action     TEXT NOT NULL,
    target     TEXT NOT NULL,
    request_id TEXT NOT NULL,
    before     TEXT NOT NULL, -- JSON or empty
    after      TEXT NOT NULL
);
CREATE INDEX audit_log_newest ON audit_log (at, id);
CREATE INDEX audit_log_target ON audit_log (target, at, id) WHERE target <> '';
