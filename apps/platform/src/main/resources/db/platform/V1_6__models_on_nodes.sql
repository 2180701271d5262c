-- Which model a node runs, and its newest word on an update of it.
ALTER TABLE node_state
    ADD COLUMN model_id             bigint,
    ADD COLUMN bundle_digest        bytea,
    ADD COLUMN update_at            timestamptz,
    ADD COLUMN update_state         smallint,
    ADD COLUMN update_model_id      bigint,
    ADD COLUMN update_model_version bigint,
    ADD COLUMN update_reason        bigint,
    ADD COLUMN update_blocks        bigint;
