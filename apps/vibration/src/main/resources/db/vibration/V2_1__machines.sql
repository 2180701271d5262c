CREATE TABLE machine (
    id                           text PRIMARY KEY,
    name                         text             NOT NULL,
    area                         text             NOT NULL,
    node                         bigint UNIQUE,
    bearing_name                 text             NOT NULL,
    rolling_elements             int              NOT NULL,
    element_diameter_millimetres double precision NOT NULL,
    pitch_diameter_millimetres   double precision NOT NULL,
    contact_angle_degrees        double precision NOT NULL,
    nominal_speed_rpm            double precision NOT NULL,
    iso_group                    text             NOT NULL,
    support                      text             NOT NULL,
    changed_at                   timestamptz      NOT NULL
);
