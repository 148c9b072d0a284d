package io.redress.channel.chat.platform.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.ConnectedPlatform;
import io.redress.channel.chat.platform.ExampleOutcome;
import io.redress.channel.chat.platform.Platform;
import io.redress.channel.chat.platform.PlatformExamplesCheck;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.frame.FrameExample;
import io.redress.channel.chat.platform.frame.OpenExample;
import io.redress.channel.chat.platform.outbound.StreamOpening.AddressNotAllowed;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.delivery.dialogue.JsonBodies;
import io.redress.mapping.json.UntrustedJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tries the examples under {@code stream} in {@code config/platforms}: openings and frames, as a channel of that platform would. */
public final class StreamExamplesCheck {

    private static final String REMEDY = "change the platform's file or the example";
    private static final int LARGEST = 1 << 20;

    private final Platforms platforms;
    private final List<Finding> findings = new ArrayList<>();

    private StreamExamplesCheck(Platforms platforms) {
        this.platforms = platforms;
    }

    /**
     * All that is wrong with the examples of the platforms that can be read.
     *
     * @param config the folder with {@code platforms}
     */
    public static List<Finding> findings(Path config) {
        var check = new StreamExamplesCheck(Platforms.readable(Platforms.folder(config)));
        check.platforms.all().values().forEach(platform -> {
            if (platform.stream() != null) {
                platform.stream().openExamples().forEach(example -> check.run(platform, example));
                platform.stream().examples().forEach(example -> check.run(platform, example));
            }
        });
        return check.findings;
    }

    private static ChannelSettings settings(Map<String, String> written) {
        return key -> written.get(key.substring(key.indexOf('.') + 1));
    }

    private void run(Platform platform, OpenExample example) {
        var connected = new ConnectedPlatform(
                platforms, settings(example.settings()), platform.name(), "example", Clock.systemUTC());
        var access = new StreamAccess(connected.current(), Objects.requireNonNull(platform.stream()), "example");
        DialogueRequest request;
        try {
            request = access.request();
        } catch (IllegalArgumentException e) {
            find(example, String.valueOf(e.getMessage()), "write it under settings");
            return;
        }
        String asked = request.method() + " " + request.url() + (request.query() == null ? "" : "?" + request.query());
        if (!example.request().isEmpty()) {
            compare(example, "requests", asked, example.request());
        }
        example.headers()
                .forEach((name, value) -> compare(
                        example,
                        "sends " + name,
                        String.valueOf(request.headers().get(name)),
                        value));
        if (example.json() != null) {
            compare(example, "sends", String.valueOf(request.body()), JsonBodies.written(example.json()));
        }
        byte[] body = example.body().getBytes(StandardCharsets.UTF_8);
        String address;
        try {
            URI given = access.address(new DialogueResponse(example.status(), body, null));
            address = given == null ? "" : given.toString();
        } catch (AddressNotAllowed e) {
            address = "";
        }
        compare(example, "connects to", address, example.address());
    }

    private void compare(OpenExample example, String what, String given, String expected) {
        if (!given.equals(expected)) {
            find(example, "this example " + what + " '" + given + "', not '" + expected + "'", REMEDY);
        }
    }

    private void find(OpenExample example, String problem, String remedy) {
        findings.add(example.finding().apply(problem, remedy));
    }

    private void run(Platform platform, FrameExample example) {
        Clock clock = Clock.fixed(example.at(), ZoneOffset.UTC);
        var connected = new ConnectedPlatform(platforms, settings(Map.of()), platform.name(), "example", clock);
        StreamFrame frame = new PlatformStream(connected, "example", Duration.ZERO, LARGEST).read(example.frame());
        ExampleOutcome outcome = outcome(example, frame);
        if (!outcome.gives().equals(example.gives())) {
            find(
                    example,
                    "this example gives '" + outcome.gives() + "', not '" + example.gives() + "'"
                            + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
            return;
        }
        JsonNode answer = example.answer();
        if (answer != null && !answer.equals(json(frame.answer()))) {
            find(example, "this example is answered with " + frame.answer() + ", not " + JsonBodies.written(answer));
        }
        example.fields().forEach((name, expected) -> {
            String given = outcome.fields().get(name);
            if (given == null) {
                findings.add(example.finding()
                        .apply(
                                "a frame that is " + outcome.gives() + " gives no " + name,
                                Suggestion.remedy(name, outcome.fields().keySet())));
            } else if (!given.equals(expected)) {
                find(example, "this example gives " + name + " '" + given + "', not '" + expected + "'");
            }
        });
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null
                ? null
                : UntrustedJson.read(text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    }

    private ExampleOutcome outcome(FrameExample example, StreamFrame frame) {
        return switch (frame.kind()) {
            case MESSAGES -> PlatformExamplesCheck.read(platforms, example.at(), frame.events());
            case RENEW -> new ExampleOutcome("renewed", "", Map.of(), 0);
            case UNREADABLE -> new ExampleOutcome("refused", frame.problem(), Map.of(), 0);
            case NOTHING -> new ExampleOutcome(frame.answer() == null ? "nothing" : "answered", "", Map.of(), 0);
        };
    }

    private void find(FrameExample example, String problem) {
        findings.add(example.finding().apply(problem, REMEDY));
    }
}
