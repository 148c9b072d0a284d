package io.redress.channel.proof;

import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.jspecify.annotations.Nullable;

/** Turns the proof of a description into a {@link VerificationRule}, or finds what is wrong with it. */
public final class ProofReader {

    private static final String BODY = "{body}";
    private static final Set<String> HAVE_KEY = Set.of("hmac", "secret", "bearer", "basic");
    private static final Map<String, HmacAlgorithms> ALGORITHMS = Map.of(
            "sha1", HmacAlgorithms.HMAC_SHA_1,
            "sha256", HmacAlgorithms.HMAC_SHA_256,
            "sha512", HmacAlgorithms.HMAC_SHA_512);

    private final YamlFile<?> yaml;
    private final Set<String> secrets;
    private final List<Finding> findings;

    /**
     * A reader of one file.
     *
     * @param secrets the names of the secrets that a channel has
     * @param findings gets what is wrong
     */
    public ProofReader(YamlFile<?> yaml, Set<String> secrets, List<Finding> findings) {
        this.yaml = yaml;
        this.secrets = secrets;
        this.findings = findings;
    }

    /**
     * Reads a proof.
     *
     * @param path the way to it in the file
     * @return empty when something is wrong
     */
    public Optional<VerificationRule> read(ProofFile proof, Object... path) {
        String kind = Objects.requireNonNull(proof.kind());
        String key = Objects.requireNonNullElse(proof.key(), ChannelSecrets.SECRET);
        if (HAVE_KEY.contains(kind) && !secrets.contains(key)) {
            find(
                    "there is no secret '" + key + "'",
                    Suggestion.remedy(key, secrets),
                    with(path, proof.key() == null ? "kind" : "key"));
            return Optional.empty();
        }
        return switch (kind) {
            case "hmac", "sha256", "sha1-sorted" -> signature(kind, key, proof, path);
            case "secret" ->
                Optional.of(SharedSecretRule.plain(key, RequestField.of(Objects.requireNonNull(proof.is()))));
            case "bearer" -> Optional.of(SharedSecretRule.bearer(key));
            case "basic" -> Optional.of(SharedSecretRule.basic(key));
            case StandardWebhooks.KIND -> Optional.of(StandardWebhooks.RULE);
            default -> throw new IllegalStateException("the schema knows no kind " + kind);
        };
    }

    private Optional<VerificationRule> signature(String kind, String key, ProofFile proof, Object... path) {
        SignedTime time = proof.time() == null ? null : time(proof.time());
        List<String> written = proof.over() == null
                ? List.of(BODY)
                : proof.over().stream().filter(Objects::nonNull).toList();
        List<SignedContent> over = new ArrayList<>();
        for (String content : written) {
            try {
                over.add(SignedContent.of(content, secrets));
            } catch (IllegalArgumentException e) {
                find(
                        "over: " + e.getMessage(),
                        "write {body}, {form}, {encrypted}, {" + String.join("}, {", secrets)
                                + "}, {header.x-name} or {query.name} for what the sender signs",
                        with(path, "over"));
                return Optional.empty();
            }
        }
        covered(kind, proof, over, time, path);
        return Optional.of(new SignatureRule(
                kind.equals("hmac")
                        ? new Signing.Hmac(
                                Objects.requireNonNull(
                                        ALGORITHMS.get(Objects.requireNonNullElse(proof.algorithm(), "sha256"))),
                                key,
                                encoding(proof.secretEncoding(), "text"),
                                over.get(0))
                        : new Signing.Digest(
                                kind.equals("sha256") ? "SHA-256" : "SHA-1",
                                List.copyOf(over),
                                kind.equals("sha1-sorted")),
                RequestField.of(Objects.requireNonNull(proof.is())),
                encoding(proof.encoding(), "hex"),
                Objects.requireNonNullElse(proof.prefix(), ""),
                time));
    }

    /** A signature that leaves something out lets whoever saw a request forge others. */
    private void covered(
            String kind, ProofFile proof, List<SignedContent> over, @Nullable SignedTime time, Object... path) {
        if (over.stream().noneMatch(SignedContent::hasBody) && !Boolean.TRUE.equals(proof.bodyNotCovered())) {
            find(
                    "the signature does not cover the body: whoever sees one request can forge others",
                    "add {body} to over, or, if the sender really signs without it, bodyNotCovered: true",
                    with(path, "over"));
        }
        if (!kind.equals("hmac") && over.stream().noneMatch(content -> content.hasSecret(secrets))) {
            find(
                    "the digest has no secret in it: anybody can make one",
                    "add {" + secrets.stream().findFirst().orElse("secret") + "} to over",
                    with(path, "over"));
        }
        if (time != null && over.stream().noneMatch(content -> content.has(time.from()))) {
            find(
                    "the time is not signed: an old request can be replayed with a new time",
                    "add {" + time.from() + "} to over where the sender signs it, or take time out",
                    with(path, "time"));
        }
    }

    private static SignedTime time(ProofFile.Time time) {
        return new SignedTime(
                RequestField.of(Objects.requireNonNull(time.from())),
                KeyedEnum.known(SignedTime.Unit.class, Objects.requireNonNullElse(time.unit(), "s")),
                time.window() == null ? null : Objects.requireNonNull(DurationParser.parse(time.window())));
    }

    private static BinaryEncoding encoding(@Nullable String written, String defaultEncoding) {
        return KeyedEnum.known(BinaryEncoding.class, Objects.requireNonNullElse(written, defaultEncoding));
    }

    private static Object[] with(Object[] path, String key) {
        return Stream.concat(Stream.of(path), Stream.of(key)).toArray();
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
