package io.milliwatt.platform.ingest;

/** The database cannot be reached or asks to try again; nothing was stored and nothing is wrong with the frames. */
public final class StorageUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StorageUnavailableException(Throwable cause) {
        super("The database cannot be reached: " + cause.getMessage(), cause);
    }
}
