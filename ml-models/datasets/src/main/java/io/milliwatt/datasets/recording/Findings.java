package io.milliwatt.datasets.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader finds wrong with a recording that can be read all the same. Who reads decides what damage means: the recording is
 * refused, or everything that can be read is handed out with one sentence per damage.
 */
public final class Findings {
    private final boolean refusing;
    private final List<String> sentences = new ArrayList<>();

    private Findings(boolean refusing) {
        this.refusing = refusing;
    }

    /** The first damage ends the reading. */
    public static Findings refusingDamage() {
        return new Findings(true);
    }

    /** Damage is noted and reading goes on. */
    public static Findings flaggingDamage() {
        return new Findings(false);
    }

    /**
     * Samples or annotations are not what was recorded, or are missing.
     *
     * @param problem continues the sentence that the file's name begins, without a full stop
     * @param advice a whole sentence
     * @throws RecordingException if damage is refused
     */
    public void damage(String file, String problem, String advice) throws RecordingException {
        if (refusing) {
            throw new RecordingException(file, problem, advice);
        }
        sentences.add(file + " " + problem + ".");
    }

    /**
     * The same for damage that an exception tells of already.
     *
     * @throws RecordingException the given one, if damage is refused
     */
    public void damage(RecordingException exception) throws RecordingException {
        if (refusing) {
            throw exception;
        }
        sentences.add(exception.getMessage());
    }

    /** Something a reader of the figures should know, but no damage: never a reason to refuse. */
    public void note(String file, String observation) {
        sentences.add(file + " " + observation + ".");
    }

    /** One whole sentence per finding, in the order they were made. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
