-- What became of messages, counted by hour and by day (Taipei's): always made anew from the messages themselves, so it
-- may be emptied at any time. Alarms raised from it, and the carrier prefixes that nothing is sent to.
CREATE TABLE sms_stats (
    grain       TEXT NOT NULL, -- hour, day
    dimension   TEXT NOT NULL, -- gateway, prefix, template
    at          BIGINT NOT NULL, -- beginning of the hour or day
    key         TEXT NOT NULL,
    asked       BIGINT NOT NULL,
    accepted    BIGINT NOT NULL,
    delivered   BIGINT NOT NULL,
    undelivered BIGINT NOT NULL,
    canceled    BIGINT NOT NULL,
    unknown     BIGINT NOT NULL,
    still_open  BIGINT NOT NULL,
    codes       BIGINT NOT NULL,
    verified    BIGINT NOT NULL,
    cost        BIGINT NOT NULL, -- ten-thousandths
    to_delivery TEXT NOT NULL, -- histogram
    PRIMARY KEY (grain, dimension, at, key)
);

-- One row: how far the counting is. Whoever counts holds it.
CREATE TABLE sms_stats_progress (
    id         INTEGER PRIMARY KEY,
    as_of      BIGINT NOT NULL,
    settled_at BIGINT NOT NULL, -- when the last day and a bit was counted again
    daily_at   BIGINT NOT NULL, -- when the last days were
    above      BIGINT NOT NULL, -- hours from `floor` to here are still to be counted
    floor      BIGINT NOT NULL
);
INSERT INTO sms_stats_progress (id, as_of, settled_at, daily_at, above, floor) VALUES (1, 0, 0, 0, 0, 0);

CREATE TABLE sms_alarms (
    id       BIGINT PRIMARY KEY,
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    since    BIGINT NOT NULL,
    until    BIGINT,
    value    DOUBLE PRECISION NOT NULL,
    boundary DOUBLE PRECISION NOT NULL
);
CREATE UNIQUE INDEX sms_alarms_lasting ON sms_alarms (kind, subject) WHERE until IS NULL;

CREATE TABLE sms_breakers (
    id          BIGINT PRIMARY KEY,
    prefix      TEXT NOT NULL,
    since       BIGINT NOT NULL,
    ratio       DOUBLE PRECISION NOT NULL,
    codes       BIGINT NOT NULL,
    stopped_by  TEXT NOT NULL, -- empty: the watch did
    stop_reason TEXT NOT NULL,
    lifted_at   BIGINT,
    lifted_by   TEXT NOT NULL,
    lift_reason TEXT NOT NULL
);
CREATE UNIQUE INDEX sms_breakers_open ON sms_breakers (prefix) WHERE lifted_at IS NULL;
CREATE INDEX sms_breakers_prefix ON sms_breakers (prefix, lifted_at);
