package io.milliwatt.irrigation.site;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
import java.util.regex.Pattern;

/** The form of ids and names that people give to sites, fields, zones, probes and what waters them. */
public final class Identifier {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 200;
    private static final long LARGEST_NODE = 0xFFFF_FFFFL;

    private Identifier() {}

    /** @param what such as {@code zone} */
    public static void require(String what, String id) {
        if (!ID.matcher(id).matches()) {
            throw new UnfitException(
                    Reason.of(ReasonCode.ID_UNFIT).with("thing", what).with("id", id));
        }
    }

    public static void requireName(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new UnfitException(
                    Reason.of(ReasonCode.NAME_UNFIT).with("thing", what).with("most", LONGEST_NAME));
        }
    }

    /** @param node uint32 */
    public static void requireNode(long node) {
        Setting.NODE_NUMBER.require(node, 0, LARGEST_NODE);
    }
}
