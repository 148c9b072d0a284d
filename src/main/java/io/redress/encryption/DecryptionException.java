package io.redress.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Encrypted data that cannot be read: its key is missing, or it was changed or put in another's place. */
public final class DecryptionException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    DecryptionException(String why) {
        super(why, new IOException(why));
    }
}
