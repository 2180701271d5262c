package io.milliwatt.datasets.edf;

/** What the reserved field of a file's header begins with. */
public enum EdfKind {
    /** EDF of 1992: no annotations, no gaps. */
    EDF(""),
    /** EDF+ without gaps between data records. */
    CONTINUOUS("EDF+C"),
    /** EDF+ whose data records say themselves when they begin. */
    DISCONTINUOUS("EDF+D");

    private final String mark;

    EdfKind(String mark) {
        this.mark = mark;
    }

    /** Empty, EDF+C or EDF+D. */
    public String mark() {
        return mark;
    }

    static EdfKind of(String reserved) {
        return reserved.startsWith(CONTINUOUS.mark)
                ? CONTINUOUS
                : reserved.startsWith(DISCONTINUOUS.mark) ? DISCONTINUOUS : EDF;
    }
}
