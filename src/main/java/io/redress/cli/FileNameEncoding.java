package io.redress.cli;

import java.nio.charset.Charset;
import java.util.Optional;

/** Whether files can have the names that people give them. Java takes the encoding of names from the locale, once, at its start. */
public final class FileNameEncoding {

    private FileNameEncoding() {}

    /** Why a hub must not start in this locale, and what to do; empty when it may. */
    public static Optional<String> unusable() {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        if (Charset.forName(encoding).newEncoder().canEncode("投诉")) {
            return Optional.empty();
        }
        return Optional.of(
                "The hub does not start: in this locale (" + encoding + ") it could not open a file with a Chinese"
                        + " name, and would leave it in the inbox for ever → start it with the environment LC_ALL=C.UTF-8, or"
                        + " another UTF-8 locale (in a container: ENV LC_ALL=C.UTF-8)");
    }
}
