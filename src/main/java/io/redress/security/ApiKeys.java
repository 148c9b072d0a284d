package io.redress.security;

import io.redress.settings.ApiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys of the ops API. Only their digests are kept, and a key that is presented is compared with all of them, so that
 * the time that it takes tells nothing.
 */
@Component
class ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final String FILE = "file:";
    private static final int SHORT = 16;

    private final Map<String, byte[]> digests = new LinkedHashMap<>();

    ApiKeys(ApiSettings settings) {
        if (settings.key() != null) {
            add("default", settings.key(), "redress.api.key");
        }
        settings.keys().forEach((name, value) -> add(name, value, "redress.api.keys." + name));
    }

    /** True when nobody can be let in. */
    boolean none() {
        return digests.isEmpty();
    }

    /** The name of the key, if it is one. */
    Optional<String> nameOf(String presented) {
        byte[] digest = DigestUtils.sha256(presented);
        String found = null;
        for (var known : digests.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), digest)) {
                found = known.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    private void add(String name, String value, String property) {
        String key = value.startsWith(FILE) ? read(Path.of(value.substring(FILE.length())), property) : value.strip();
        if (key.isEmpty()) {
            return; // an empty REDRESS_API_KEY is not a key
        }
        if (key.length() < SHORT) {
            LOG.warn(
                    "{} is shorter than {} characters: it can be guessed, so restrict access to the port",
                    property,
                    SHORT);
        }
        digests.put(name, DigestUtils.sha256(key));
    }

    private static String read(Path file, String property) {
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new IllegalStateException(
                        property + " names " + file + ", which is empty: write the key into it");
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException(
                    property + " names " + file + ", which cannot be read: create it, or correct the path", e);
        }
    }
}
