package io.milliwatt.irrigation.season;

import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What of a zone's set-up a plan depends on, as a short mark that is another one when any of it changes. */
final class PlanSettings {
    private static final int MARK_BYTES = 8;

    private PlanSettings() {}

    static String of(Zone zone) {
        Planting planting = zone.planting().orElseThrow();
        String all = String.join(
                "\n",
                zone.soil().toString(),
                planting.cropName(),
                planting.crop().toString(),
                planting.plantedOn().toString(),
                planting.removedOn().toString(),
                zone.method().toString(),
                Double.toString(zone.areaHectares()),
                zone.refill().toString(),
                zone.allocation().toString(),
                zone.waterQuality().toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
