-- Every list of zones asks which runs came of their newest advice; without this the whole history is read each time.
CREATE INDEX run_recommendation ON run (recommendation_id) WHERE recommendation_id IS NOT NULL;
