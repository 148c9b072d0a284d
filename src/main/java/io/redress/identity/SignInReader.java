package io.redress.identity;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.SecretReference;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.permission.Role;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code config/sign-in.yaml}; its schema says what each key may hold.
 *
 * @param file it may be missing: then people sign in by passwords
 * @param teams keys of {@code owners} in {@code config/categories.yaml}
 * @param categories keys of categories there
 * @param environment a variable's value; null when references are not to be looked up, as in a check
 */
public record SignInReader(
        Path file,
        Set<String> teams,
        Set<String> categories,
        @Nullable Function<String, @Nullable String> environment) {

    private static final List<String> SCOPES = List.of("openid", "profile", "email");
    private static final String ADMINISTRATORS = "administrators";

    /** The file of a configuration folder. */
    public static Path file(Path config) {
        return config.resolve("sign-in.yaml");
    }

    /** @throws InvalidConfiguration with all that is wrong */
    public SignInRules read() {
        if (!Files.exists(file)) {
            return SignInRules.PASSWORDS;
        }
        var findings = new ArrayList<Finding>();
        YamlFile<SignInFile> yaml = YamlFile.read(file, SignInFile.class, "sign-in", findings);
        InvalidConfiguration.throwIfAny(findings);
        Map<String, SignInFile.Provider> written =
                Objects.requireNonNullElse(yaml.value().providers(), Map.of());
        Map<String, IdentityProvider> providers = new LinkedHashMap<>();
        written.forEach((key, provider) -> providers.put(key, provider(yaml, key, provider, findings)));
        boolean administrators = ADMINISTRATORS.equals(yaml.value().passwords());
        InvalidConfiguration.throwIfAny(findings);
        return new SignInRules(administrators, providers);
    }

    /** What the schema demands is there. */
    private IdentityProvider provider(
            YamlFile<SignInFile> yaml, String key, SignInFile.Provider written, List<Finding> findings) {
        SignInFile.Claims claims = Objects.requireNonNullElse(written.claims(), SignInFile.Claims.USUAL);
        String issuer = Objects.requireNonNull(written.issuer());
        if (!isSafe(issuer)) {
            findings.add(yaml.finding(
                    "provider '" + key + "': its issuer is not an https address",
                    "copy 'issuer' from what the provider shows at <issuer>/.well-known/openid-configuration",
                    "providers",
                    key,
                    "issuer"));
        }
        Map<String, ClaimGrant> grants = new LinkedHashMap<>();
        Objects.requireNonNull(written.grants())
                .forEach((group, grant) -> grants.put(group, grant(yaml, key, group, grant, findings)));
        return new IdentityProvider(
                key,
                Objects.requireNonNullElse(written.title(), key),
                issuer,
                Objects.requireNonNull(written.clientId()),
                secret(yaml, key, written.clientSecret(), findings),
                written.scopes() == null ? SCOPES : written.scopes(),
                Objects.requireNonNullElse(claims.login(), "preferred_username"),
                Objects.requireNonNullElse(claims.name(), "name"),
                Objects.requireNonNullElse(claims.mail(), "email"),
                new ClaimPath(Objects.requireNonNullElse(claims.groups(), "groups")),
                grants);
    }

    private ClaimGrant grant(
            YamlFile<SignInFile> yaml, String key, String group, SignInFile.Grant grant, List<Finding> findings) {
        List<String> known = Arrays.stream(Role.values()).map(Role::key).toList();
        String whose = "provider '" + key + "', '" + group + "'";
        findings.addAll(
                Suggestion.unknown(yaml, whose, grant.roles(), known, "providers", key, "grants", group, "roles"));
        findings.addAll(Suggestion.unknown(
                yaml, whose, grant.teams(), new TreeSet<>(teams), "providers", key, "grants", group, "teams"));
        findings.addAll(Suggestion.unknown(
                yaml,
                whose,
                grant.categories(),
                new TreeSet<>(categories),
                "providers",
                key,
                "grants",
                group,
                "categories"));
        Set<Role> roles = grant.hasKnownRoles()
                ? grant.roles().stream()
                        .flatMap(role -> Role.find(String.valueOf(role)).stream())
                        .collect(Collectors.toSet())
                : Set.of();
        return new ClaimGrant(roles, texts(grant.teams()), texts(grant.categories()));
    }

    private static Set<String> texts(List<@Nullable String> written) {
        return written.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private @Nullable String secret(
            YamlFile<SignInFile> yaml, String key, @Nullable String written, List<Finding> findings) {
        if (written == null) {
            return null;
        }
        SecretReference.Found found = SecretReference.find(written, environment);
        if (found instanceof SecretReference.Secret secret) {
            return secret.text();
        }
        if (found instanceof SecretReference.Missing missing) {
            findings.add(finding(yaml, key, missing.problem(), missing.remedy()));
        } else if (found instanceof SecretReference.None) {
            findings.add(finding(
                    yaml, key, "the secret itself stands here", "write ${VARIABLE} or file:/path/of/a/secret instead"));
        }
        return "";
    }

    private static Finding finding(YamlFile<SignInFile> yaml, String key, String problem, String remedy) {
        return yaml.finding("provider '" + key + "': " + problem, remedy, "providers", key, "client-secret");
    }

    /** Tokens and secrets travel to it: by TLS, or not out of this machine. */
    private static boolean isSafe(String issuer) {
        try {
            URI address = URI.create(issuer);
            return address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme())
                                    && InetAddress.getByName(address.getHost()).isLoopbackAddress());
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
