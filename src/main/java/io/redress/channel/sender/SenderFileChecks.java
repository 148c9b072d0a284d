package io.redress.channel.sender;

import io.redress.channel.proof.ProofFile;
import io.redress.channel.proof.RequestField;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.configfile.folder.YamlFolder;
import io.redress.mapping.json.ValuePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What no schema can tell of a sender's file: names that lead nowhere, and what would lose or expose something. */
final class SenderFileChecks {

    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");

    private final YamlFile<SenderFile> yaml;
    private final SenderFile file;
    private final List<Finding> findings = new ArrayList<>();

    SenderFileChecks(YamlFile<SenderFile> yaml) {
        this.yaml = yaml;
        this.file = yaml.value();
    }

    List<Finding> findings() {
        mapping(file.mapping());
        names("only", file.only());
        names("silent", file.silent());
        ids();
        headers();
        handshakes();
        examples();
        return findings;
    }

    private void mapping(@Nullable String mapping) {
        Path folder =
                Objects.requireNonNull(yaml.file().toAbsolutePath().getParent()).resolveSibling("mappings");
        if (mapping != null && !Files.exists(folder.resolve(mapping + YamlFolder.ENDING))) {
            find(
                    "there is no mapping '" + mapping + "'",
                    Suggestion.remedy(mapping, YamlFolder.names(folder)),
                    "mapping");
        }
    }

    private void names(String key, @Nullable Map<String, List<String>> filter) {
        if (filter != null) {
            filter.keySet().forEach(name -> name(name, key, name));
        }
    }

    private void name(String name, Object... path) {
        boolean known = name.startsWith(Sender.HEADER) ? RequestField.isOne(name) : ValuePath.parse(name) != null;
        if (!known) {
            find("'" + name + "' is not a name", "write header.x-name, or members with full stops between them", path);
        }
    }

    /** An id that nobody signed lets whoever saw a request send it again, as another one. */
    private void ids() {
        ProofFile proof = Objects.requireNonNull(file.proof());
        String over = String.join("", SenderReader.list(proof.over())).toLowerCase(Locale.ROOT);
        for (String id : SenderReader.list(file.id())) {
            for (String name : Sender.TOGETHER.split(id)) {
                name(name, "id");
                boolean isHeader = name.startsWith(Sender.HEADER);
                if (isHeader
                        && "hmac".equals(proof.kind())
                        && !over.contains("{" + name.toLowerCase(Locale.ROOT) + "}")) {
                    find(
                            "the id is not signed: who saw a request can send it again under another id",
                            "take an id from the body, or leave id out",
                            "id");
                }
            }
        }
    }

    private void headers() {
        String proof =
                Objects.requireNonNullElse(Objects.requireNonNull(file.proof()).is(), "");
        for (String name : SenderReader.list(file.headers())) {
            if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)) || proof.equalsIgnoreCase(Sender.HEADER + name)) {
                find("header " + name + " would be kept with every item: it is a secret", "take it out", "headers");
            }
        }
    }

    /** What is not verified is not read: only its headers and its query can tell it. */
    private void handshakes() {
        int at = 0;
        for (SenderFile.Handshake handshake : SenderReader.list(file.handshakes())) {
            boolean isRead = Objects.requireNonNullElse(handshake.method(), Handshake.POST)
                            .equals(Handshake.POST)
                    && !Boolean.TRUE.equals(handshake.unsigned());
            int index = at++;
            Stream.concat(
                            Optional.ofNullable(handshake.when()).stream().flatMap(when -> when.keySet().stream()),
                            Optional.ofNullable(handshake.echo()).stream())
                    .filter(name -> !isRead && !RequestField.isOne(name))
                    .forEach(name -> find(
                            "'" + name + "' stands in the body, which is not read here",
                            "write header.x-name or query.name",
                            "handshakes",
                            index));
        }
    }

    /** A slip of the pen in a filter would take every complaint for something else. */
    private void examples() {
        boolean shown =
                SenderReader.list(file.examples()).stream().anyMatch(example -> "complaint".equals(example.gives()));
        if (!shown && (file.only() != null || file.silent() != null)) {
            find(
                    "no example shows a complaint that gets past only and silent",
                    "add an example with gives: complaint",
                    file.only() != null ? "only" : "silent");
        }
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
