-- Where things are: a site holds fields, a field zones that are watered as one. Outlines are GeoJSON geometries in WGS 84.
CREATE TABLE site (
    id               text PRIMARY KEY,
    name             text             NOT NULL,
    time_zone        text             NOT NULL,
    latitude_degrees double precision NOT NULL CHECK (latitude_degrees BETWEEN -90 AND 90),
    longitude_degrees double precision NOT NULL CHECK (longitude_degrees BETWEEN -180 AND 180),
    elevation_metres double precision NOT NULL,
    changed_at       timestamptz      NOT NULL
);

CREATE TABLE field (
    id                 text PRIMARY KEY,
    site_id            text             NOT NULL REFERENCES site (id),
    name               text             NOT NULL,
    outline            jsonb,
    area_square_metres double precision NOT NULL CHECK (area_square_metres > 0),
    changed_at         timestamptz      NOT NULL
);
CREATE INDEX field_site ON field (site_id);
