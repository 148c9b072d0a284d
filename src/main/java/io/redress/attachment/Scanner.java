package io.redress.attachment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks for malware. */
public interface Scanner {

    /** What it says of a file. */
    sealed interface Verdict {

        /** Nothing was found. */
        record Clean() implements Verdict {}

        /** @param name what the scanner calls it */
        record Infected(String name) implements Verdict {}

        /** It takes no file of this size; asked again, it says the same. */
        record TooBig() implements Verdict {}

        /** It cannot look into this file, which is broken or made so that nobody can; asked again, it says the same. */
        record Unscannable(String reason) implements Verdict {}

        /** It did not answer; later it may. The reason says nothing of the file. */
        record Away(String reason) implements Verdict {}
    }

    /** Never waits longer than the limit, and a second to see whether it is well. */
    Verdict scan(byte[] bytes, Duration limit);

    /** Why it does not answer at the moment; null when it does. */
    @Nullable
    String trouble();
}
