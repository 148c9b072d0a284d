package io.redress.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption at rest (docs/encryption.md).
 *
 * @param keyFile a line each key, {@code <id> <base64 of 32 bytes>}, the current one first; without it nothing is encrypted
 * @param enabled false stores plain from now on; what was encrypted stays readable by the keys
 */
@ConfigurationProperties("redress.encryption")
public record EncryptionSettings(
        @Nullable Path keyFile, @DefaultValue("true") boolean enabled) {}
