package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.platform.outbound.StreamOpening;
import io.redress.channel.sender.RequestFilter;
import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.mapping.json.ValuePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a platform's file says under {@code stream} into {@link StreamRules}, or finds what is wrong with it. */
public final class StreamReader {

    private static final String STREAM = "stream";
    private static final String FRAMES = "frames";

    private final YamlFile<?> yaml;
    private final Set<String> settings;
    private final List<Finding> findings;

    /**
     * A reader of one file.
     *
     * @param settings the names of a channel's settings
     * @param findings gets what is wrong
     */
    public StreamReader(YamlFile<?> yaml, Set<String> settings, List<Finding> findings) {
        this.yaml = yaml;
        this.settings = settings;
        this.findings = findings;
    }

    /** Null where the file says nothing of a stream, or something is wrong. */
    public @Nullable StreamRules read(@Nullable StreamFile file) {
        if (file == null) {
            return null;
        }
        StreamFile.Open open = Objects.requireNonNull(file.open());
        StreamOpening opening = StreamOpening.read(
                yaml,
                open.call(),
                Objects.requireNonNull(file.address()),
                Objects.requireNonNull(file.hosts()),
                Objects.requireNonNullElse(open.error(), List.of()),
                settings,
                findings);
        var frames = new ArrayList<FrameRule>();
        for (StreamFile.Frame frame : list(file.frames())) {
            frames.add(frame(frame, frames.size()));
        }
        if (frames.stream().noneMatch(FrameRule::hasMessage)) {
            find(
                    "no kind of frame has message",
                    "write message: the member with the message, such as data|json",
                    FRAMES);
        }
        List<FrameExample> examples = examples(list(file.examples()));
        if (examples.stream().noneMatch(example -> example.gives().equals("message"))) {
            find("no example shows a message", "add an example with gives: message", "examples");
        }
        return opening == null
                ? null
                : new StreamRules(
                        opening,
                        Objects.requireNonNullElse(file.where(), ""),
                        frames,
                        openExamples(list(file.openExamples())),
                        examples);
    }

    private FrameRule frame(StreamFile.Frame written, int at) {
        Map<String, List<String>> when = Objects.requireNonNullElse(written.when(), Map.of());
        when.keySet().stream()
                .filter(name -> ValuePath.parse(name) == null)
                .forEach(name ->
                        find("'" + name + "' is not a name", "write members with full stops between them", FRAMES, at));
        FramePath message = written.message() == null ? null : FramePath.parse(written.message());
        if (message == null && written.message() != null) {
            find("'" + written.message() + "' is not a name", "write it like data|json, or payload", FRAMES, at);
        }
        if (message != null && written.answer() == null) {
            find(
                    "a message that is not answered is sent again and again",
                    "write answer: what the platform expects",
                    FRAMES,
                    at);
        }
        if (message != null && Boolean.TRUE.equals(written.renew())) {
            find(
                    "a frame that announces the end of the connection cannot have message",
                    "write two kinds of frames",
                    FRAMES,
                    at);
        }
        return new FrameRule(
                new RequestFilter(when), message, answer(written.answer(), at), Boolean.TRUE.equals(written.renew()));
    }

    private @Nullable FrameAnswer answer(@Nullable JsonNode written, int at) {
        try {
            return written == null ? null : FrameAnswer.of(written);
        } catch (IllegalArgumentException e) {
            find(
                    "'" + e.getMessage() + "' is not the name of a value",
                    "write nothing but {member.member} as the text",
                    FRAMES,
                    at);
            return null;
        }
    }

    private List<OpenExample> openExamples(List<StreamFile.OpenExample> written) {
        var examples = new ArrayList<OpenExample>();
        for (StreamFile.OpenExample example : written) {
            int at = examples.size();
            examples.add(new OpenExample(
                    Objects.requireNonNullElse(example.settings(), Map.of()),
                    Objects.requireNonNullElse(example.request(), ""),
                    Objects.requireNonNullElse(example.headers(), Map.of()),
                    example.json(),
                    Objects.requireNonNullElse(example.status(), 200),
                    Objects.requireNonNullElse(example.body(), ""),
                    Objects.requireNonNullElse(example.address(), ""),
                    (problem, remedy) -> yaml.finding(problem, remedy, STREAM, "openExamples", at)));
        }
        return List.copyOf(examples);
    }

    private List<FrameExample> examples(List<StreamFile.Example> written) {
        var examples = new ArrayList<FrameExample>();
        for (StreamFile.Example example : written) {
            int at = examples.size();
            examples.add(new FrameExample(
                    Objects.requireNonNullElse(example.at(), Instant.EPOCH),
                    Objects.requireNonNullElse(example.frame(), ""),
                    Objects.requireNonNullElse(example.gives(), ""),
                    example.answer(),
                    Objects.requireNonNullElse(example.fields(), Map.of()),
                    (problem, remedy) -> yaml.finding(problem, remedy, STREAM, "examples", at)));
        }
        return List.copyOf(examples);
    }

    private void find(String problem, String remedy, Object... path) {
        var whole = new ArrayList<Object>(List.of(STREAM));
        whole.addAll(List.of(path));
        findings.add(yaml.finding(problem, remedy, whole.toArray()));
    }

    private static <T> List<T> list(@Nullable List<@Nullable T> written) {
        return written == null
                ? List.of()
                : written.stream().filter(Objects::nonNull).toList();
    }
}
