package io.milliwatt.runtime.bundle;

/** A bundle that breaks a rule of its format; the message is a sentence for a person. */
public final class MalformedBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedBundleException(String sentence) {
        super(sentence);
    }

    public MalformedBundleException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
