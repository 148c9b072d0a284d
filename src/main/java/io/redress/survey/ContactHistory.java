package io.redress.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who was surveyed when, and who wants no surveys. A person is a set of hashes (see {@link PersonHashes}); one match will do. */
public interface ContactHistory {

    /**
     * Takes the right to survey a person now, until the caller's transaction ends: others who ask for the same person wait.
     *
     * @return empty when it was taken; when the last survey was less than {@code gap} ago, its time
     */
    Optional<Instant> claim(Set<String> person, Instant now, Duration gap);

    boolean declined(Set<String> person);

    /** Remembers for good that a person wants no surveys. */
    void decline(Set<String> person, Instant now);
}
