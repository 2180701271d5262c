package io.milliwatt.vibration.adapter;

import io.milliwatt.testkit.Door;

/** A machine with a known bearing, set up as a person does it. */
public final class TestMachine {

    private TestMachine() {}

    public static void put(String session, String id, long node) {
        Door.with(session)
                .contentType("application/json")
                .body("""
                        {"name": "Machine %s", "area": "hall", "nodeId": %d, "nominalSpeedRpm": 1797,
                         "isoGroup": "2", "support": "rigid",
                         "bearing": {"name": "6205-2RS", "rollingElements": 9, "elementDiameterMillimetres": 7.94,
                                     "pitchDiameterMillimetres": 39.04, "contactAngleDegrees": 0}}""".formatted(id, node))
                .put("/api/machines/" + id)
                .then()
                .statusCode(200);
    }
}
