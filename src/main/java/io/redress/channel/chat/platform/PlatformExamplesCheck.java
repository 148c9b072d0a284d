package io.redress.channel.chat.platform;

import io.redress.channel.Quoted;
import io.redress.channel.chat.PullNotice;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.ReceivedEvents;
import io.redress.channel.chat.ReceivedNotices;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.mapping.json.UntrustedJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tries the examples of {@code config/platforms}: requests, as a channel of that platform would, and messages to customers. */
public final class PlatformExamplesCheck {

    private static final int LARGEST = 1 << 20;

    private final Platforms platforms;
    private final List<Finding> findings = new ArrayList<>();

    private PlatformExamplesCheck(Platforms platforms) {
        this.platforms = platforms;
    }

    /**
     * All that is wrong with the examples of the platforms that can be read: a mistake in one file hides none of another.
     *
     * @param config the folder with {@code platforms}
     */
    public static List<Finding> findings(Path config) {
        var check = new PlatformExamplesCheck(Platforms.readable(Platforms.folder(config)));
        check.platforms.all().values().forEach(platform -> {
            platform.examples().forEach(example -> check.run(platform, example));
            platform.sendExamples()
                    .forEach(sending -> check.findings.addAll(new SendExampleCheck(platform).findings(sending)));
        });
        return check.findings;
    }

    private void run(Platform platform, PlatformExample example) {
        ExampleOutcome outcome;
        try {
            outcome = outcome(platform, example);
        } catch (IllegalArgumentException e) { // a setting
            find(example, String.valueOf(e.getMessage()), "write another value under settings", "settings");
            return;
        }
        if (!outcome.gives().equals(example.gives())) {
            find(
                    example,
                    "this example gives '" + outcome.gives() + "', not '" + example.gives() + "'"
                            + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()),
                    "change the platform's file or the example",
                    "gives");
            return;
        }
        if (outcome.messages() > 0 && outcome.messages() != example.messages()) {
            find(
                    example,
                    "this example gives " + outcome.messages() + " messages, not " + example.messages(),
                    "change items; where the request has " + outcome.messages() + " messages, write that number",
                    "messages");
        }
        example.fields().forEach((name, expected) -> {
            String given = outcome.fields().get(name);
            if (given == null) {
                find(
                        example,
                        "a request that is " + outcome.gives() + " gives no " + name,
                        Suggestion.remedy(name, outcome.fields().keySet()),
                        "fields",
                        name);
            } else if (!given.equals(expected)) {
                find(
                        example,
                        "this example gives " + name + " " + Quoted.of(given) + ", not " + Quoted.of(expected),
                        "change the platform's file or the example",
                        "fields",
                        name);
            }
        });
    }

    private void find(PlatformExample example, String problem, String remedy, Object... below) {
        findings.add(example.place().finding(problem, remedy, below));
    }

    private ExampleOutcome outcome(Platform platform, PlatformExample example) {
        ChannelSettings settings = key -> example.settings().get(key.substring(key.indexOf('.') + 1));
        Clock clock = Clock.fixed(example.at(), ZoneOffset.UTC);
        var connected = new ConnectedPlatform(platforms, settings, platform.name(), "example", clock);
        connected.requireReceiving();
        if (example.headers().isEmpty()
                && example.query() == null
                && platform.outbound().pulls()) {
            return pulled(platform, example);
        }
        var channel = new PlatformChannel(connected, Duration.ZERO, LARGEST);
        Map<String, Object> headers = new HashMap<>(example.headers());
        headers.keySet().removeIf(name -> name.startsWith("Camel")); // else an example could set its method and query
        headers.put(PlatformChannel.METHOD, example.method());
        headers.put(PlatformChannel.QUERY, example.query());
        byte[] body = example.body().getBytes(StandardCharsets.UTF_8);
        WebhookOutcome outcome = channel.receive(headers, new ByteArrayInputStream(body));
        if (outcome instanceof WebhookResponse response) {
            return ExampleOutcome.of(response);
        }
        if (outcome instanceof PullNotice notice) {
            return ExampleOutcome.of(notice.answer());
        }
        if (outcome instanceof ReceivedNotices notices) {
            if (!notices.receipts().isEmpty()) {
                return ExampleOutcome.of(notices.receipts().get(0));
            }
            outcome = notices.rest();
        }
        return read(
                platforms,
                example.at(),
                outcome instanceof ReceivedEvents received ? received.events() : List.of((ReceivedEvent) outcome));
    }

    /** An example without proof is a message as the platform gives it when it is asked. */
    private ExampleOutcome pulled(Platform platform, PlatformExample example) {
        return UntrustedJson.read(example.body().getBytes(StandardCharsets.UTF_8))
                .map(message -> read(
                        platforms, example.at(), List.of(new PlatformEvents(platform, Duration.ZERO).pulled(message))))
                .orElseGet(() -> new ExampleOutcome("refused", "the body is not a JSON object", Map.of(), 0));
    }

    /**
     * Reads messages as the hub does.
     *
     * @param at when they arrived
     * @param events one at least
     */
    public static ExampleOutcome read(Platforms platforms, Instant at, List<ReceivedEvent> events) {
        List<NormalizationResult> read =
                events.stream().map(event -> read(platforms, at, event)).toList();
        List<CanonicalComplaint> messages = read.stream()
                .filter(CanonicalComplaint.class::isInstance)
                .map(CanonicalComplaint.class::cast)
                .toList();
        if (messages.isEmpty()) {
            var refusal = (Refusal) read.get(0);
            return new ExampleOutcome(
                    refusal.state().key(), Objects.requireNonNullElse(refusal.reason(), ""), Map.of(), 0);
        }
        return ExampleOutcome.of(messages);
    }

    private static NormalizationResult read(Platforms platforms, Instant at, ReceivedEvent event) {
        var raw = new RawMessage(
                "example",
                "R-000000-000000",
                "example",
                PlatformNormalizer.FORMAT,
                at,
                event.sourceKey(),
                event.attributes(),
                Original.inline(event.original()));
        return new PlatformNormalizer(platforms).read(raw, event.original());
    }
}
