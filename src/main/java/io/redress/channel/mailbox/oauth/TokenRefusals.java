package io.redress.channel.mailbox.oauth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is usually wrong when a mail server refuses a token that the token server gave, as a file of {@code config/oauth} says.
 *
 * @param remedies by a part of the mail server's words
 * @param audiences of which a token must have one; empty: any does
 * @param wrongAudience what to do about another one
 * @param permissions that a token must give, by protocol: {@code imap}, {@code pop3}, {@code smtp}
 * @param missingPermission what to do when it is missing, with {@code {permission}}
 * @param otherwise what to do when the token is good
 */
public record TokenRefusals(
        Map<String, String> remedies,
        List<String> audiences,
        String wrongAudience,
        Map<String, String> permissions,
        String missingPermission,
        String otherwise) {

    static final TokenRefusals NONE = of(null);

    private static final String ANY =
            "Check four things: the protocol is enabled for this mailbox; the scope is that of the"
                    + " mail server; an administrator has granted consent; the application or the person who agreed has access to"
                    + " the mailbox";

    /** As the file has it; its schema tells what the keys mean. */
    record Written(
            @Nullable Map<String, String> remedies,
            @Nullable List<String> audiences,
            @Nullable String wrongAudience,
            @Nullable Map<String, String> permissions,
            @Nullable String missingPermission,
            @Nullable String otherwise) {}

    /**
     * The mistake that it seems to be.
     *
     * @param cause continues a sentence that ends in "the access token"; empty where nobody can tell
     */
    public record Mistake(String cause, String remedy) {}

    static TokenRefusals of(@Nullable Written written) {
        return written == null
                ? new TokenRefusals(Map.of(), List.of(), ANY, Map.of(), ANY, ANY)
                : new TokenRefusals(
                        Objects.requireNonNullElse(written.remedies(), Map.of()),
                        Objects.requireNonNullElse(written.audiences(), List.of()),
                        Objects.requireNonNullElse(written.wrongAudience(), ANY),
                        Objects.requireNonNullElse(written.permissions(), Map.of()),
                        Objects.requireNonNullElse(written.missingPermission(), ANY),
                        Objects.requireNonNullElse(written.otherwise(), ANY));
    }

    /**
     * Finds it.
     *
     * @param protocol such as {@code imaps}
     * @param words of the mail server
     * @param claims of the token; empty where they cannot be read
     */
    public Mistake mistake(String protocol, String words, Optional<AccessTokenClaims> claims) {
        Optional<String> told = remedies.entrySet().stream()
                .filter(one -> words.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (told.isPresent()) {
            return new Mistake("", told.get());
        }
        if (claims.isEmpty()) {
            return new Mistake("", otherwise);
        }
        if (!claims.get().isFor(audiences)) {
            return new Mistake(", which is for another server", wrongAudience);
        }
        String permission = permissions.getOrDefault(protocol.replaceFirst("s$", ""), "");
        if (!permission.isEmpty() && claims.get().permissions().stream().noneMatch(permission::equals)) {
            return new Mistake(
                    ", which lacks the permission " + permission,
                    missingPermission.replace("{permission}", permission));
        }
        return new Mistake("", otherwise);
    }
}
