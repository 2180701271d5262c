package io.milliwatt.workbench.check;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the check found on the farm.
 *
 * @param ok a reading came, water was advised and accepted, the valve opened, and the emergency stop closed it
 * @param failedPart the first that did not happen; null where all did
 * @param finding one sentence
 * @param zone that was watered; null where none was
 * @param advice the recommendation's own sentence
 * @param openedAfterMillis from the acceptance to the valve's word that it is open
 * @param closedAfterMillis from the emergency stop to the valve's word that it is closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldReport(
        boolean ok,
        String failedPart,
        String finding,
        String zone,
        String advice,
        Long openedAfterMillis,
        Long closedAfterMillis) {

    static FieldReport failed(FieldPart part, String zone, String advice, String why) {
        return new FieldReport(false, part.field(), why, zone, advice, null, null);
    }
}
