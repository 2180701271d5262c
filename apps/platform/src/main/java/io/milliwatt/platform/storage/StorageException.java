package io.milliwatt.platform.storage;

/** The database did not do what was asked; the cause says whether trying again can help. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
