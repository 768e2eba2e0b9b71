-- The ban list: what people put there, what has changed in it, and the files it came from.
CREATE TABLE bans (
    id           BIGINT PRIMARY KEY,
    kind         TEXT NOT NULL, -- of subject: number, email, device, …
    match        TEXT NOT NULL CHECK (match IN ('exact', 'prefix', 'cidr')),
    length       INTEGER NOT NULL, -- of a prefix in characters, of a network in bits (IPv4 + 96); 0 = exact
    value_hash   BYTEA NOT NULL, -- keyed, of kind, match and value
    value_sealed BYTEA NOT NULL,
    masked       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    author       TEXT NOT NULL,
    author_id    BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT, -- NULL = it does not end by itself
    import_id    BIGINT NOT NULL, -- 0 = none
    version      BIGINT NOT NULL,
    lifted_at    BIGINT,
    lifted_by    TEXT NOT NULL,
    lift_reason  TEXT NOT NULL,
    lift_id      BIGINT NOT NULL, -- of the act that lifted it, by which it is undone; 0 = none
    closed_at    BIGINT -- lifted, or found expired: another may take its place
);
CREATE UNIQUE INDEX bans_open ON bans (value_hash) WHERE closed_at IS NULL;
CREATE INDEX bans_closed ON bans (value_hash) WHERE closed_at IS NOT NULL;
CREATE INDEX bans_kind ON bans (kind, id);
CREATE INDEX bans_import ON bans (import_id, id) WHERE import_id <> 0;
CREATE INDEX bans_lift ON bans (lift_id) WHERE lift_id <> 0;
CREATE INDEX bans_lifted ON bans (id) WHERE lifted_at IS NOT NULL;
CREATE INDEX bans_ending ON bans (id) WHERE expires_at IS NOT NULL;
CREATE INDEX bans_overdue ON bans (expires_at) WHERE closed_at IS NULL AND expires_at IS NOT NULL;

-- One row. Whoever changes the list takes it first, so that changes are committed in the order of their numbers and
-- the copy in Redis can follow them one after another.
CREATE TABLE ban_state (
    id  INTEGER PRIMARY KEY,
    seq BIGINT NOT NULL
);
INSERT INTO ban_state (id, seq) VALUES (1, 1);

-- Which bans each change touched. Kept for some days; a copy that is older is made anew.
CREATE TABLE ban_changes (
    seq      BIGINT NOT NULL,
    first_id BIGINT NOT NULL,
    last_id  BIGINT NOT NULL, -- all bans from first to last may have changed
    at       BIGINT NOT NULL,
    PRIMARY KEY (seq, first_id)
);

-- How long the prefixes and networks on the list are, so that a decision looks up these and no others.
CREATE TABLE ban_lengths (
    kind   TEXT NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (kind, length)
);

CREATE TABLE ban_imports (
    id          BIGINT PRIMARY KEY,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL,
    is_dry_run  INTEGER NOT NULL, -- stops once checked, until it is committed
    wish        TEXT NOT NULL, -- what a person wants meanwhile: '', 'cancel', 'undo'
    author      TEXT NOT NULL,
    author_id   BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL,
    total_bytes BIGINT NOT NULL,
    lines       BIGINT NOT NULL,
    good        BIGINT NOT NULL,
    bad         BIGINT NOT NULL,
    duplicates  BIGINT NOT NULL,
    done        BIGINT NOT NULL,
    next_byte   BIGINT NOT NULL, -- where writing goes on
    next_line   BIGINT NOT NULL,
    last_id     BIGINT NOT NULL, -- of the bans taken back so far
    detail      TEXT NOT NULL,
    undo_reason TEXT NOT NULL,
    owner       TEXT NOT NULL, -- the service that works on it
    owned_until BIGINT NOT NULL
);
CREATE INDEX ban_imports_work ON ban_imports (id) WHERE state IN ('checking', 'writing');

CREATE TABLE ban_import_parts (
    import_id BIGINT NOT NULL REFERENCES ban_imports (id) ON DELETE CASCADE,
    part      INTEGER NOT NULL, -- from 1
    size      BIGINT NOT NULL,
    hash      BYTEA NOT NULL,
    sealed    BYTEA NOT NULL,
    PRIMARY KEY (import_id, part)
);

CREATE TABLE ban_import_errors (
    import_id   BIGINT NOT NULL REFERENCES ban_imports (id) ON DELETE CASCADE,
    n           INTEGER NOT NULL,
    line        BIGINT NOT NULL,
    field       INTEGER NOT NULL,
    code        TEXT NOT NULL,
    message     TEXT NOT NULL,
    text_sealed BYTEA NOT NULL,
    PRIMARY KEY (import_id, n)
);
