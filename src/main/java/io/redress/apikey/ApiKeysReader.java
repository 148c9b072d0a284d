package io.redress.apikey;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.SecretReference;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.permission.TicketScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code config/api-keys.yaml}; its schema says what each key may hold.
 *
 * @param file it may be missing: then it names no keys
 * @param teams keys of {@code owners} in {@code config/categories.yaml}
 * @param categories keys of categories there
 * @param environment a variable's value; null when references are not to be looked up, as in a check
 */
public record ApiKeysReader(
        Path file,
        Set<String> teams,
        Set<String> categories,
        @Nullable Function<String, @Nullable String> environment) {

    /** The key of the settings has this name in histories. */
    public static final String BOOTSTRAP = "default";

    private static final int SHORTEST = 32;
    private static final String REMEDY =
            "write the hash that 'java -jar redress.jar key generate' prints, ${VARIABLE} or file:/path/of/a/secret";

    /** The file of a configuration folder. */
    public static Path file(Path config) {
        return config.resolve("api-keys.yaml");
    }

    /**
     * The keys of the file.
     *
     * @throws InvalidConfiguration with all that is wrong
     */
    public List<ApiKey> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        YamlFile<ApiKeysFile> yaml = YamlFile.read(file, ApiKeysFile.class, "api-keys", findings);
        var keys = new ArrayList<ApiKey>();
        Map<String, String> hashes = new HashMap<>();
        Map<String, ApiKeysFile.Key> written = yaml.value().keys();
        (written == null ? Map.<String, ApiKeysFile.Key>of() : written).forEach((name, key) -> {
            if (name.equals(BOOTSTRAP)) {
                findings.add(yaml.finding(
                        "'" + name + "' is the name of the key of REDRESS_API_KEY", "use another one", "keys", name));
            }
            findings.addAll(Suggestion.unknown(
                    yaml, "key '" + name + "'", key.scopes(), KeyScopes.known(), "keys", name, "scopes"));
            findings.addAll(Suggestion.unknown(
                    yaml, "key '" + name + "'", key.teams(), new TreeSet<>(teams), "keys", name, "teams"));
            findings.addAll(Suggestion.unknown(
                    yaml,
                    "key '" + name + "'",
                    key.categories(),
                    new TreeSet<>(categories),
                    "keys",
                    name,
                    "categories"));
            byte[] hash = hash(yaml, name, key.key(), findings);
            if (hash != null) {
                String other = hashes.putIfAbsent(ApiKeyText.written(hash), name);
                if (other != null) {
                    findings.add(yaml.finding(
                            "key '" + name + "' is the same as key '" + other + "'",
                            "give each system a key of its own",
                            "keys",
                            name,
                            "key"));
                }
                if (findings.isEmpty()) {
                    keys.add(key(name, hash, key));
                }
            }
        });
        InvalidConfiguration.throwIfAny(findings);
        return List.copyOf(keys);
    }

    /** Keys of the file that end soon, or ended; none while the file is broken, which is told elsewhere. */
    public List<Finding> ending(Instant now) {
        if (!Files.exists(file)) {
            return List.of();
        }
        YamlFile<ApiKeysFile> yaml = YamlFile.read(file, ApiKeysFile.class, "api-keys", new ArrayList<>());
        Map<String, ApiKeysFile.Key> written = yaml.value().keys();
        return written == null
                ? List.of()
                : written.entrySet().stream()
                        .filter(one ->
                                key(one.getKey(), new byte[0], one.getValue()).endsSoon(now))
                        .map(one -> yaml.finding(
                                "key '" + one.getKey() + "' of the API ends on "
                                        + one.getValue().expires(),
                                "make the next one, give it to the system, and remove this one",
                                "keys",
                                one.getKey(),
                                "expires"))
                        .toList();
    }

    private static ApiKey key(String name, byte[] hash, ApiKeysFile.Key key) {
        return new ApiKey(
                name,
                hash,
                key.scopes(),
                new TicketScope(Set.copyOf(key.teams()), Set.copyOf(key.categories())),
                key.expires() == null
                        ? null
                        : key.expires().atStartOfDay(ZoneOffset.UTC).toInstant(),
                null);
    }

    private byte @Nullable [] hash(
            YamlFile<ApiKeysFile> yaml, String name, @Nullable String written, List<Finding> findings) {
        if (written == null) { // the schema refused it
            return null;
        }
        if (ApiKeyText.isHash(written)) {
            return ApiKeyText.readHash(written);
        }
        SecretReference.Found found = SecretReference.find(written, environment);
        if (found instanceof SecretReference.Secret secret) {
            if (ApiKeyText.isHash(secret.text())) {
                return ApiKeyText.readHash(secret.text());
            }
            if (secret.text().length() >= SHORTEST) {
                return ApiKeyText.hash(secret.text());
            }
        }
        String problem = found instanceof SecretReference.Missing missing
                ? missing.problem()
                : found instanceof SecretReference.Secret secret
                        ? secret.place() + " is shorter than " + SHORTEST + " characters"
                        : found instanceof SecretReference.None ? "it is neither a hash nor a reference" : null;
        if (problem != null) {
            findings.add(yaml.finding("key '" + name + "': " + problem, REMEDY, "keys", name, "key"));
        }
        return null;
    }
}
