-- Asked with every batch whose frames come in time; there is hardly ever one.
CREATE INDEX alarm_late ON alarm (source) WHERE late AND state IN ('active-unacknowledged', 'active-acknowledged');
