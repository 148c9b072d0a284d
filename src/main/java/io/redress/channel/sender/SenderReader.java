package io.redress.channel.sender;

import io.redress.channel.proof.ChannelSecrets;
import io.redress.channel.proof.ProofReader;
import io.redress.channel.proof.RequestField;
import io.redress.channel.proof.VerificationRule;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a sender's file into a {@link Sender}, or finds everything that is wrong; its schema says what each key may hold. */
final class SenderReader {

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<SenderFile> yaml;

    SenderReader(Path file) {
        this.yaml = YamlFile.read(file, SenderFile.class, "sender", findings);
    }

    /** @throws InvalidConfiguration naming every line that is wrong */
    Sender read() {
        InvalidConfiguration.throwIfAny(findings);
        SenderFile file = yaml.value();
        Optional<VerificationRule> proof = new ProofReader(yaml, Set.of(ChannelSecrets.SECRET), findings)
                .read(Objects.requireNonNull(file.proof()), "proof");
        findings.addAll(new SenderFileChecks(yaml).findings());
        InvalidConfiguration.throwIfAny(findings);
        return new Sender(new Sender.Parts(
                file.body() == null ? BodyFormat.JSON : KeyedEnum.known(BodyFormat.class, file.body()),
                proof.orElseThrow(),
                "proven".equals(file.customers()),
                file.mapping(),
                list(file.id()).stream().map(SenderReader::lowerHeader).toList(),
                headers(file),
                list(file.handshakes()).stream().map(SenderReader::handshake).toList(),
                file.answer() == null ? null : answer(file.answer()),
                filter(file.only()),
                filter(file.silent()),
                examples(list(file.examples()))));
    }

    /** Those that the file lists, and those that its own names need. */
    private static List<String> headers(SenderFile file) {
        Stream<String> named = Stream.of(list(file.id()).stream(), names(file.only()), names(file.silent()))
                .flatMap(names -> names)
                .flatMap(Sender.TOGETHER::splitAsStream)
                .filter(name -> name.startsWith(Sender.HEADER))
                .map(name -> name.substring(Sender.HEADER.length()));
        return Stream.concat(list(file.headers()).stream(), named)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static Stream<String> names(@Nullable Map<String, List<String>> filter) {
        return filter == null ? Stream.empty() : filter.keySet().stream();
    }

    private static RequestFilter filter(@Nullable Map<String, List<String>> written) {
        var values = new LinkedHashMap<String, List<String>>();
        if (written != null) {
            written.forEach((name, allowed) -> values.put(lowerHeader(name), allowed));
        }
        return new RequestFilter(values);
    }

    /** Headers are kept in small letters. */
    private static String lowerHeader(String name) {
        return name.startsWith(Sender.HEADER) ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static Handshake handshake(SenderFile.Handshake written) {
        String method = Objects.requireNonNullElse(written.method(), Handshake.POST);
        return new Handshake(
                method,
                method.equals(Handshake.POST) && !Boolean.TRUE.equals(written.unsigned()),
                Objects.requireNonNullElse(written.when(), Map.of()),
                written.tokenAt() == null ? null : RequestField.of(written.tokenAt()),
                written.echo(),
                written.answer() == null ? FixedAnswer.OK : answer(written.answer()));
    }

    private static FixedAnswer answer(SenderFile.Answer written) {
        return new FixedAnswer(
                Objects.requireNonNullElse(written.status(), 200),
                Objects.requireNonNullElse(written.type(), FixedAnswer.PLAIN),
                Objects.requireNonNullElse(written.text(), ""));
    }

    private List<SenderExample> examples(List<SenderFile.Example> written) {
        var examples = new ArrayList<SenderExample>();
        for (SenderFile.Example example : written) {
            int at = examples.size();
            examples.add(new SenderExample(
                    Objects.requireNonNull(example.secret()),
                    Objects.requireNonNullElse(example.verifyToken(), ""),
                    Objects.requireNonNullElse(example.at(), Instant.EPOCH),
                    Objects.requireNonNullElse(example.method(), Handshake.POST),
                    Objects.requireNonNullElse(example.headers(), Map.of()),
                    example.query(),
                    Objects.requireNonNullElse(example.body(), ""),
                    Objects.requireNonNull(example.gives()),
                    Objects.requireNonNullElse(example.fields(), Map.of()),
                    Objects.requireNonNullElse(example.complaints(), 1),
                    Finding.Place.of(yaml, "examples", at)));
        }
        return List.copyOf(examples);
    }

    /** Without those that the schema refused. */
    static <T> List<T> list(@Nullable List<@Nullable T> written) {
        return written == null
                ? List.of()
                : written.stream().filter(Objects::nonNull).toList();
    }
}
