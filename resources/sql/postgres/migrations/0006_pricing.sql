-- Plans, their immutable configs, the intervals in which each is in force, and price changes over many plans.

-- One row: counts up with everything that changes what is in force, so that a service knows when to read again.
CREATE TABLE pricing_version (
    id      INTEGER PRIMARY KEY,
    version BIGINT NOT NULL
);
INSERT INTO pricing_version (id, version) VALUES (1, 1);

CREATE TABLE pricing_catalog (
    kind        TEXT NOT NULL CHECK (kind IN ('model', 'zone', 'tier', 'product')),
    code        TEXT NOT NULL,
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    is_invented INTEGER NOT NULL,
    PRIMARY KEY (kind, code)
);

CREATE TABLE pricing_plans (
    id               BIGINT PRIMARY KEY,
    code             TEXT NOT NULL UNIQUE,
    name_zh          TEXT NOT NULL,
    name_en          TEXT NOT NULL,
    product          TEXT NOT NULL,
    model            TEXT NOT NULL, -- empty = any, as zone and tier
    zone             TEXT NOT NULL,
    tier             TEXT NOT NULL,
    boundary         TEXT NOT NULL CHECK (boundary IN ('start', 'split')),
    is_invented      INTEGER NOT NULL,
    retired_at       BIGINT,
    version          BIGINT NOT NULL, -- of this row
    timeline_version BIGINT NOT NULL, -- of its intervals: whoever changes one takes the row first
    created_at       BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL
);

-- Never changed, never deleted: a quote of years ago names one.
CREATE TABLE pricing_configs (
    id          BIGINT PRIMARY KEY,
    plan_id     BIGINT NOT NULL REFERENCES pricing_plans (id),
    version     BIGINT NOT NULL,
    fingerprint TEXT NOT NULL, -- SHA-256 of the body
    body        TEXT NOT NULL, -- canonical JSON
    author      TEXT NOT NULL,
    note        TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    UNIQUE (plan_id, version),
    UNIQUE (plan_id, fingerprint)
);

CREATE TABLE pricing_campaigns (
    id               BIGINT PRIMARY KEY,
    name             TEXT NOT NULL,
    note             TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'rolled_back', 'withdrawn')),
    publish_at       BIGINT NOT NULL,
    author           TEXT NOT NULL,
    author_id        BIGINT NOT NULL,
    approver         TEXT NOT NULL,
    approved_at      BIGINT,
    emergency_reason TEXT NOT NULL,
    changed_at       BIGINT NOT NULL,
    version          BIGINT NOT NULL
);
CREATE INDEX pricing_campaigns_newest ON pricing_campaigns (changed_at, id);

CREATE TABLE pricing_campaign_items (
    campaign_id    BIGINT NOT NULL REFERENCES pricing_campaigns (id) ON DELETE CASCADE,
    plan_id        BIGINT NOT NULL REFERENCES pricing_plans (id),
    base_config_id BIGINT NOT NULL REFERENCES pricing_configs (id),
    body           TEXT NOT NULL, -- canonical JSON of the config the plan is to have
    PRIMARY KEY (campaign_id, plan_id)
);

CREATE TABLE pricing_intervals (
    id               BIGINT PRIMARY KEY,
    plan_id          BIGINT NOT NULL REFERENCES pricing_plans (id),
    config_id        BIGINT NOT NULL REFERENCES pricing_configs (id),
    valid_from       BIGINT NOT NULL,
    valid_to         BIGINT, -- exclusive; NULL = until something follows
    state            TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'withdrawn')),
    author           TEXT NOT NULL,
    author_id        BIGINT NOT NULL,
    approver         TEXT NOT NULL,
    approved_at      BIGINT,
    note             TEXT NOT NULL,
    emergency_reason TEXT NOT NULL,
    is_gap_confirmed INTEGER NOT NULL,
    rollback_of      BIGINT NOT NULL, -- 0 = none
    predecessor_id   BIGINT NOT NULL, -- 0 = none
    predecessor_to   BIGINT,
    campaign_id      BIGINT NOT NULL, -- 0 = none
    changed_at       BIGINT NOT NULL,
    CHECK (state <> 'approved' OR valid_to IS NULL OR valid_to > valid_from),
    -- The service's own rules refuse an overlap before this does. A plan as a range of one needs no extension.
    CONSTRAINT pricing_intervals_no_overlap EXCLUDE USING gist (
        int8range(plan_id, plan_id, '[]') WITH &&, int8range(valid_from, valid_to) WITH &&) WHERE (state = 'approved')
);
CREATE INDEX pricing_intervals_plan ON pricing_intervals (plan_id, valid_from);
CREATE INDEX pricing_intervals_campaign ON pricing_intervals (campaign_id) WHERE campaign_id <> 0;
