package io.milliwatt.irrigation.reason;

/** What somebody entered cannot be; the reason says it in figures, so that a page can say it in the reader's language. */
public final class UnfitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    public UnfitException(Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Of anything that was refused; a sentence without figures stands as it is. */
    public static Reason reasonOf(IllegalArgumentException refused) {
        return refused instanceof UnfitException unfit
                ? unfit.reason()
                : Reason.of(ReasonCode.ENTRY_UNFIT).with("why", String.valueOf(refused.getMessage()));
    }
}
