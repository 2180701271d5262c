/**
 * What a person enters of a farm, as JSON: stored and answered in the same shape, so that a form gets back what it sent. Each definition makes the
 * domain's record, which checks it; none is stored that does not.
 */
package io.milliwatt.irrigation.adapter.definition;
