package io.redress.channel.chat;

import io.redress.channel.Quoted;
import io.redress.channel.sender.ConnectedSender;
import io.redress.channel.sender.SenderExample;
import io.redress.channel.sender.Senders;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.mapping.Mappings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tries the examples of {@code config/senders}: proof, handshakes and mapping, as a channel of that sender would. */
public final class SenderExamplesCheck {

    private static final String ANSWER = "answer";

    private final Senders senders;
    private final Mappings mappings;

    private SenderExamplesCheck(Senders senders, Mappings mappings) {
        this.senders = senders;
        this.mappings = mappings;
    }

    /**
     * All that is wrong with the senders of a folder and their examples.
     *
     * @param config the folder with {@code senders} and {@code mappings}
     * @throws io.redress.configfile.InvalidConfiguration where senders or mappings cannot be read
     */
    public static List<Finding> findings(Path config) {
        Senders senders = Senders.read(config.resolve("senders"));
        var check = new SenderExamplesCheck(senders, Mappings.read(config.resolve("mappings")));
        var findings = new ArrayList<Finding>();
        senders.all()
                .forEach((name, sender) -> sender.examples().forEach(example -> check.run(name, example, findings)));
        return findings;
    }

    /** What became of a request: as an example's {@code gives}, with the fields of the first complaint, and how many there were. */
    private record Outcome(String gives, String reason, Map<String, String> fields, int complaints) {}

    private void run(String sender, SenderExample example, List<Finding> findings) {
        Outcome outcome;
        try {
            outcome = outcome(sender, example);
        } catch (IllegalArgumentException e) { // the secret
            findings.add(example.place().finding(String.valueOf(e.getMessage()), "write another secret", "secret"));
            return;
        }
        if (!outcome.gives().equals(example.gives())) {
            String reason = outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
            findings.add(example.place()
                    .finding(
                            "this example gives '" + outcome.gives() + "', not '" + example.gives() + "'" + reason,
                            "change the sender's file, its mapping or the example",
                            "gives"));
            return;
        }
        if (outcome.complaints() > 0 && outcome.complaints() != example.complaints()) {
            findings.add(example.place()
                    .finding(
                            "this example gives " + outcome.complaints() + " complaints, not " + example.complaints(),
                            "change the mapping; where the request has " + outcome.complaints()
                                    + " complaints, write that number",
                            "complaints"));
        }
        example.fields().forEach((name, expected) -> {
            String given = outcome.fields().get(name);
            if (given == null) {
                findings.add(example.place()
                        .finding(
                                "a request that is " + outcome.gives() + " gives no " + name,
                                Suggestion.remedy(name, outcome.fields().keySet()),
                                "fields",
                                name));
            } else if (!given.equals(expected)) {
                findings.add(example.place()
                        .finding(
                                "this example gives " + name + " " + Quoted.of(given) + ", not " + Quoted.of(expected),
                                "change the mapping or the example",
                                "fields",
                                name));
            }
        });
    }

    private Outcome outcome(String sender, SenderExample example) {
        var connected = new ConnectedSender(
                senders,
                sender,
                example.secret(),
                example.verifyToken(),
                Duration.ofMinutes(5),
                Clock.fixed(example.at(), ZoneOffset.UTC));
        var channel = new WebhookChannel(connected, "", Duration.ZERO, WebhookChannel.LARGEST);
        byte[] body = example.body().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> headers = new HashMap<>(example.headers());
        headers.keySet().removeIf(name -> name.startsWith("Camel")); // else an example could set its method and query
        headers.put(WebhookChannel.METHOD, example.method());
        headers.put(WebhookChannel.QUERY, example.query());
        if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            headers.put("content-type", connected.current().sender().body().expectedType());
        }
        WebhookOutcome outcome = new WebhookEventSplitter(mappings, senders)
                .of(channel.receive(headers, new ByteArrayInputStream(body)));
        if (outcome instanceof WebhookResponse response) {
            return answered(response);
        }
        List<NormalizationResult> read = ((ReceivedEvents) outcome)
                .events().stream().map(event -> read(sender, example, event)).toList();
        List<CanonicalComplaint> complaints = read.stream()
                .filter(CanonicalComplaint.class::isInstance)
                .map(CanonicalComplaint.class::cast)
                .toList();
        if (complaints.isEmpty()) {
            var refusal = (Refusal) read.get(0);
            return new Outcome(refusal.state().key(), Objects.requireNonNullElse(refusal.reason(), ""), Map.of(), 0);
        }
        return new Outcome("complaint", "", ComplaintFields.of(complaints.get(0)), complaints.size());
    }

    private NormalizationResult read(String sender, SenderExample example, ReceivedEvent event) {
        var raw = new RawMessage(
                "example",
                "R-000000-000000",
                sender,
                "webhook",
                example.at(),
                event.sourceKey(),
                event.attributes(),
                Original.inline(event.original()));
        return new WebhookNormalizer(mappings, senders).read(raw, event.original());
    }

    private static Outcome answered(WebhookResponse response) {
        return response.refusal() != null
                ? new Outcome("refused", response.refusal(), Map.of(), 0)
                : new Outcome(
                        "answered",
                        "a handshake, or silent",
                        Map.of(ANSWER, new String(response.content(), StandardCharsets.UTF_8)),
                        0);
    }
}
