-- The points of each of the chart's seven parameters, in its order and separated by commas; nothing between two commas where a value
-- was missing. What is missing needs no column of its own.
ALTER TABLE news_score ADD COLUMN points text NOT NULL DEFAULT ',,,,,,';
ALTER TABLE news_score DROP COLUMN missing;
