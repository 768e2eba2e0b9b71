-- Riders as far as signing in knows them, and their refresh tokens: families of which one token at a time is good.
CREATE TABLE riders (
    id           BIGINT PRIMARY KEY,
    phone_hash   BYTEA NOT NULL UNIQUE, -- HMAC of the E.164 number
    phone_sealed BYTEA NOT NULL,
    created_at   BIGINT NOT NULL
);

CREATE TABLE rider_token_families (
    id          BIGINT PRIMARY KEY,
    rider_id    BIGINT NOT NULL REFERENCES riders (id),
    device_hash BYTEA NOT NULL,
    flow        TEXT NOT NULL,
    origin      BYTEA NOT NULL UNIQUE, -- the tmp token it came from, hashed: one family each, whatever crashes
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    revoked_at  BIGINT,
    revoked_why TEXT NOT NULL
);
CREATE INDEX rider_token_families_rider ON rider_token_families (rider_id, expires_at);

CREATE TABLE rider_refresh_tokens (
    token_hash BYTEA PRIMARY KEY,
    family_id  BIGINT NOT NULL REFERENCES rider_token_families (id),
    issued_at  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT -- set when the next one was given for it; seen again, it was stolen
);
CREATE INDEX rider_refresh_tokens_family ON rider_refresh_tokens (family_id);
