-- Raised by something that reached the server late: it is told, but it is no news.
ALTER TABLE alarm ADD COLUMN late boolean NOT NULL DEFAULT false;

-- A user may have several roles, joined by "+"; which there are is said by the server that asks.
ALTER TABLE app_user DROP CONSTRAINT app_user_role_check;

ALTER TABLE waveform_block ADD COLUMN late boolean NOT NULL DEFAULT false;
