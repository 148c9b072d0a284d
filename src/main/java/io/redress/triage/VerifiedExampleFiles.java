package io.redress.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Files of which these very classes are known to have judged every example as it says.
 *
 * @param digests the SHA-256 of each in hexadecimal digits, by name; empty for a file that nobody has judged
 */
record VerifiedExampleFiles(Function<String, Optional<String>> digests) {

    /** Those that were shipped with this jar: its build has checked them, and wrote down their digests (pom.xml). */
    static VerifiedExampleFiles ofBuild() {
        return new VerifiedExampleFiles(VerifiedExampleFiles::written);
    }

    /** @param texts by file */
    boolean have(Map<Path, String> texts) {
        return texts.entrySet().stream()
                .allMatch(file -> digests.apply(String.valueOf(file.getKey().getFileName()))
                        .filter(digest -> digest.equals(DigestUtils.sha256Hex(file.getValue())))
                        .isPresent());
    }

    private static Optional<String> written(String name) {
        try (InputStream digest = VerifiedExampleFiles.class.getResourceAsStream("judged/" + name + ".sha256")) {
            return digest == null
                    ? Optional.empty()
                    : Optional.of(new String(digest.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
