package io.milliwatt.firmware;

/** The firmware refused something; the message is a sentence and the code one of {@code include/milliwatt/error.h}. */
public final class FirmwareException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    FirmwareException(String what, int code) {
        super(what + ": " + FirmwareLibrary.errorText(code) + " (code " + code + ").");
        this.code = code;
    }

    /** Negative, one of {@code enum mw_error}. */
    public int code() {
        return code;
    }

    /** Passes a result on unless it is an error. */
    static long check(String what, long result) {
        if (result < 0) {
            throw new FirmwareException(what, (int) result);
        }
        return result;
    }
}
