package io.milliwatt.firmware;

/** What a node did with a frame from the server. */
public enum Reception {
    ACCEPTED(0),
    NOT_WELL_FORMED(-6),
    VERSION_UNKNOWN(-4),
    NOT_FOR_THIS_NODE(-16),
    MAC_WRONG(-14),
    SEEN_BEFORE(-15),
    KIND_UNKNOWN(-7),
    /** A fragment or command of an update that is none, or no longer. */
    NO_SUCH_UPDATE(-17),
    FLASH_FAILED(-19);

    private final int code;

    Reception(int code) {
        this.code = code;
    }

    static Reception of(int code) {
        for (Reception each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new FirmwareException("A frame from the server could not be checked", code);
    }
}
