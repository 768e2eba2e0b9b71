-- How far the texts are dropped and the numbers replaced, and what was still open there and has its turn later.
CREATE TABLE sms_retention (
    step       TEXT PRIMARY KEY, -- text or number
    done_below BIGINT NOT NULL -- an id
);
INSERT INTO sms_retention (step, done_below) VALUES ('text', 0), ('number', 0);
CREATE TABLE sms_retention_left (
    step       TEXT NOT NULL,
    message_id BIGINT NOT NULL,
    PRIMARY KEY (step, message_id)
);

-- Under which key the numbers of a month get their pseudonyms: thrown away when the month is done.
CREATE TABLE sms_pseudonym_keys (
    month BIGINT PRIMARY KEY, -- its first id
    key   BYTEA NOT NULL
);
