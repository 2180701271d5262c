package io.milliwatt.datasets.recording;

import java.io.IOException;

/**
 * A recording could not be read. The message is one or two sentences for the person who named the file: which file, what is wrong
 * and where in it, what to do.
 */
public class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file's name
     * @param problem continues the sentence that the file's name begins, without a full stop: "is empty"
     * @param advice a whole sentence: "Copy it again from its source."
     */
    public RecordingException(String file, String problem, String advice) {
        super(file + " " + problem + ". " + advice);
    }

    public RecordingException(String file, String problem, String advice, Throwable cause) {
        this(file, problem, advice);
        initCause(cause);
    }
}
