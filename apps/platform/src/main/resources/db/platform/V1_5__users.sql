CREATE TABLE app_user (
    name          text PRIMARY KEY,
    -- bcrypt in modular crypt form
    password_hash text NOT NULL,
    role          text NOT NULL CHECK (role IN ('viewer', 'technician'))
);
