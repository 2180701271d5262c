/**
 * The National Early Warning Score 2 (Royal College of Physicians, 2017): seven observations become points, their sum a degree of
 * urgency. Designed after the published chart; a score with a missing observation is no score, and is shown as the parts that are
 * known.
 */
package io.milliwatt.ecg.news;
