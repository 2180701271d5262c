-- Where things are. What a person enters stands in "definition" as it was entered and checked; the columns beside it are
-- those by which things are found, and which the database itself must hold together.
CREATE TABLE site (
    id         text PRIMARY KEY,
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE field (
    id         text PRIMARY KEY,
    site_id    text        NOT NULL REFERENCES site (id),
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX field_site ON field (site_id);

CREATE TABLE soil (
    id         text PRIMARY KEY,
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE crop (
    id         text PRIMARY KEY,
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

-- A zone may lack a soil and a crop: it is shown then, and nothing is decided for it.
CREATE TABLE zone (
    id         text PRIMARY KEY,
    field_id   text        NOT NULL REFERENCES field (id),
    soil_id    text REFERENCES soil (id),
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX zone_field ON zone (field_id);

CREATE TABLE water_source (
    id         text PRIMARY KEY,
    site_id    text        NOT NULL REFERENCES site (id),
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE blackout (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id  text        NOT NULL REFERENCES water_source (id),
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX blackout_source ON blackout (source_id);

CREATE TABLE valve (
    id         text PRIMARY KEY,
    zone_id    text        NOT NULL REFERENCES zone (id),
    source_id  text        NOT NULL REFERENCES water_source (id),
    node       bigint      NOT NULL,
    output     smallint    NOT NULL CHECK (output BETWEEN 0 AND 3),
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (node, output)
);
CREATE INDEX valve_zone ON valve (zone_id);

CREATE TABLE probe (
    id         text PRIMARY KEY,
    zone_id    text        NOT NULL REFERENCES zone (id),
    node       bigint      NOT NULL UNIQUE,
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX probe_zone ON probe (zone_id);

-- At which depths a probe lay from when on: readings stay at the depths at which they were taken.
CREATE TABLE probe_placement (
    probe_id            text        NOT NULL REFERENCES probe (id) ON DELETE CASCADE,
    since               timestamptz NOT NULL,
    depths_millimetres  int[]       NOT NULL,
    PRIMARY KEY (probe_id, since)
);

CREATE TABLE preference (
    user_name  text PRIMARY KEY,
    definition jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

-- Grows with every change above, so that servers see whether what they remember still holds.
CREATE TABLE farm_revision (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    number bigint NOT NULL
);
INSERT INTO farm_revision (number) VALUES (0);
