-- Blocking: its policies with all their versions, and what was decided and done.

-- One row: counts up with every change of a policy, so that a service knows when to read again.
CREATE TABLE blocking_version (
    id        INTEGER PRIMARY KEY,
    version   BIGINT NOT NULL,
    is_seeded INTEGER NOT NULL -- the first policies have been written
);
INSERT INTO blocking_version (id, version, is_seeded) VALUES (1, 1, 0);

CREATE TABLE blocking_policies (
    id      TEXT PRIMARY KEY,
    version BIGINT NOT NULL
);

-- Never changed, never deleted.
CREATE TABLE blocking_policy_versions (
    policy_id  TEXT NOT NULL REFERENCES blocking_policies (id),
    version    BIGINT NOT NULL,
    is_deleted INTEGER NOT NULL, -- with this one it ended
    body       TEXT NOT NULL,    -- JSON
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (policy_id, version)
);

-- One row a decision, or an act of a person. Drained from Redis; pruned by age.
CREATE TABLE blocking_log (
    id         INTEGER PRIMARY KEY, -- of its entry in Redis: a repeated drain adds nothing; sorts by time
    at         BIGINT NOT NULL,
    what       TEXT NOT NULL, -- decided, lifted, extended, blocked, banned
    event      TEXT NOT NULL,
    request_id TEXT NOT NULL,
    actor      TEXT NOT NULL,
    note       TEXT NOT NULL,
    is_allowed INTEGER NOT NULL,
    subjects   TEXT NOT NULL, -- kind,hash,as shown; …
    verdicts   TEXT NOT NULL  -- policy,place among the subjects,what[,until][,o]; …
);
CREATE INDEX blocking_log_event ON blocking_log (event, id);

CREATE TABLE blocking_log_subjects (
    subject BLOB NOT NULL,
    log_id  BIGINT NOT NULL,
    PRIMARY KEY (subject, log_id)
) WITHOUT ROWID;
CREATE INDEX blocking_log_subjects_log ON blocking_log_subjects (log_id);
