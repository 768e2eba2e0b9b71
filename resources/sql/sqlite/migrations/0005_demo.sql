-- Which parts of the invented company are there already, and the instant it was invented for.
CREATE TABLE demo_chunks (
    chunk   INTEGER PRIMARY KEY,
    base_at BIGINT NOT NULL
);
