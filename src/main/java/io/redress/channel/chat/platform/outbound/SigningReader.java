package io.redress.channel.chat.platform.outbound;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns {@code sign} of a platform's file into a {@link RequestSigning}, or finds what is wrong with it. */
final class SigningReader {

    private final YamlFile<?> yaml;
    private final Set<String> settings;
    private final Set<String> values;
    private final List<Finding> findings;

    /**
     * A reader of one request.
     *
     * @param settings the names of a channel's settings
     * @param values that may stand in the request beside them
     */
    SigningReader(YamlFile<?> yaml, Set<String> settings, Set<String> values, List<Finding> findings) {
        this.yaml = yaml;
        this.settings = settings;
        this.values = values;
        this.findings = findings;
    }

    /** Null where nothing is signed, or the description is wrong. */
    @Nullable
    RequestSigning read(OutboundFile.@Nullable Sign sign) {
        if (sign == null) {
            return null;
        }
        String kind = Objects.requireNonNull(sign.kind());
        return switch (kind) {
            case "basic" -> new RequestSigning.BasicLogin(setting(sign.user(), "user"), setting(sign.key(), "key"));
            case "aliyun" ->
                new RequestSigning.AlibabaCloudSignature(setting(sign.user(), "user"), setting(sign.key(), "key"));
            default -> keyed(kind.equals("hmac") ? setting(sign.key(), "key") : "", sign);
        };
    }

    private @Nullable RequestSigning keyed(String key, OutboundFile.Sign sign) {
        ValueTemplate over;
        try {
            over = ValueTemplate.of(Objects.requireNonNullElse(sign.over(), "{body}"));
        } catch (IllegalArgumentException e) {
            find(e.getMessage() + " is not the name of a value", "write {name} in small letters", "over");
            return null;
        }
        var known = new LinkedHashSet<>(settings);
        known.addAll(values);
        if (sign.is() != null) {
            known.addAll(KeyedSignature.PARTS);
        }
        for (String name : over.names()) {
            if (sign.is() == null && KeyedSignature.PARTS.contains(name)) {
                find(
                        "{" + name + "} is signed, and the signature stands in it",
                        "write is: header.<name>, or sign other values",
                        "over");
            } else if (!known.contains(name)) {
                find("{" + name + "} stands for nothing", Suggestion.remedy(name, known), "over");
            }
        }
        if (key.isEmpty() && over.names().stream().noneMatch(settings::contains)) {
            find("the digest has no secret in it: anybody can make one", "add a setting that is secret", "over");
        }
        return new KeyedSignature(
                KeyedEnum.known(KeyedSignature.Algorithm.class, Objects.requireNonNullElse(sign.algorithm(), "sha256")),
                key,
                over,
                "base64".equals(sign.encoding()),
                Objects.requireNonNullElse(sign.prefix(), ""),
                sign.is() == null ? null : sign.is().substring(sign.is().indexOf('.') + 1));
    }

    private String setting(@Nullable String name, String at) {
        if (name == null || !settings.contains(name)) {
            find(
                    name == null ? "the signature has no " + at : "there is no setting '" + name + "'",
                    name == null
                            ? "name the setting: " + at + ": " + String.join(" or ", settings)
                            : Suggestion.remedy(name, settings),
                    name == null ? "kind" : at);
        }
        return Objects.requireNonNullElse(name, "");
    }

    private void find(String problem, String remedy, String at) {
        findings.add(yaml.finding(problem, remedy, "send", "sign", at));
    }
}
