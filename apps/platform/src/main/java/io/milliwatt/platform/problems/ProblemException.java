package io.milliwatt.platform.problems;

/** An error for the caller of a resource. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    /**
     * @param status the HTTP status, 400…599
     * @param code stable, such as {@code machine.unknown}
     * @param sentence what is wrong, with the value, and what to do
     */
    public ProblemException(int status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
