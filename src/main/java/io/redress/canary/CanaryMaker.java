package io.redress.canary;

import io.redress.channel.proof.ProvenRequest;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.Sender;
import io.redress.channel.sender.Senders;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.intake.Normalizer;
import io.redress.reply.CanaryMail;
import io.redress.reply.OutgoingMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes canaries: for each kind of channel an item that it takes in as anybody's, and that says nothing but its mark. */
public final class CanaryMaker {

    /** The name of the mark's field, column or member. */
    static final String FIELD = "redress-canary";

    private final CanaryMarks marks;
    private final CanaryMail mails;
    private final Senders senders;
    private final Map<String, Normalizer> normalizers = new HashMap<>();

    public CanaryMaker(CanaryMarks marks, CanaryMail mails, Senders senders, List<Normalizer> normalizers) {
        this.marks = marks;
        this.mails = mails;
        this.senders = senders;
        normalizers.forEach(one -> this.normalizers.put(one.format(), one));
    }

    /**
     * Makes one.
     *
     * @param format of the channel's items
     * @param parameters of the channel's kamelet, with the {@code folder} that is polled
     * @param hub the address of the hub
     * @throws ImpossibleCanary when the channel cannot have canaries
     */
    public CanaryOrder make(
            CanaryPlan plan, String format, Map<String, String> parameters, String hub, UUID id, Instant now) {
        CanaryRequirements.check(format, parameters, senders);
        String mark = marks.of(id, plan.channel());
        return switch (format) {
            case "email" -> mail(plan, parameters, id, mark, now);
            case "web-form" -> form(plan, parameters, hub, id, mark);
            case "webhook" -> call(plan, parameters, hub, id, mark, now);
            default -> file(plan, parameters, id, mark);
        };
    }

    private CanaryOrder mail(CanaryPlan plan, Map<String, String> parameters, UUID id, String mark, Instant now) {
        OutgoingMail mail = mails.to(CanaryRequirements.address(parameters), mark, now)
                .orElseThrow(() -> new ImpossibleCanary(
                        "the mailbox's address is not a mail address", "set its parameter address"));
        return new CanaryOrder(id, plan.channel(), said("email", mail.bytes()), mail.bytes(), null, null);
    }

    private CanaryOrder form(CanaryPlan plan, Map<String, String> parameters, String hub, UUID id, String mark) {
        Map<String, String> fields = new TreeMap<>(plan.fields());
        fields.put(FIELD, mark);
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        Map<String, String> headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8", "Accept", "application/json");
        String path = parameters.getOrDefault("path", "");
        return call(plan, "web-form", id, DialogueRequest.at("POST", hub + path, headers, body), body);
    }

    private CanaryOrder call(
            CanaryPlan plan, Map<String, String> parameters, String hub, UUID id, String mark, Instant now) {
        Sender sender = senders.get(parameters.getOrDefault("sender", Sender.STANDARD));
        String body =
                switch (sender.body()) {
                    case JSON -> "{\"" + FIELD + "\":\"" + mark + "\"}";
                    case LIST -> "[{\"" + FIELD + "\":\"" + mark + "\"}]";
                    case FORM -> FIELD + "=" + mark;
                    case XML -> "<canary><" + FIELD + ">" + mark + "</" + FIELD + "></canary>";
                };
        ProvenRequest proven = CanaryRequirements.proven(sender, parameters, mark, body, now)
                .orElseThrow(() -> new ImpossibleCanary("the call cannot be signed", "set the channel's secret"));
        Map<String, String> headers = new HashMap<>(proven.headers());
        headers.put(
                "Content-Type",
                sender.body() == BodyFormat.FORM
                        ? "application/x-www-form-urlencoded"
                        : sender.body().expectedType());
        String address = hub + "/webhooks/" + plan.channel() + (proven.query().isEmpty() ? "" : "?" + proven.query());
        return call(plan, "webhook", id, DialogueRequest.at("POST", address, headers, body), body);
    }

    private CanaryOrder call(CanaryPlan plan, String format, UUID id, DialogueRequest request, String body) {
        Dialogue call = Dialogue.ask(request, response -> {
            if (!response.isGood()) {
                throw new TargetRefused("the hub answered with HTTP " + response.status());
            }
            return Dialogue.ended("sent");
        });
        return new CanaryOrder(
                id, plan.channel(), said(format, body.getBytes(StandardCharsets.UTF_8)), null, call, null);
    }

    private CanaryOrder file(CanaryPlan plan, Map<String, String> parameters, UUID id, String mark) {
        Map<String, String> columns = new TreeMap<>(plan.fields());
        columns.put(FIELD, mark);
        String content = row(columns.keySet()) + row(columns.values());
        return new CanaryOrder(
                id,
                plan.channel(),
                CanaryRecognition.digest(columns.toString()),
                null,
                null,
                new CanaryOrder.NewFile(parameters.getOrDefault("folder", ""), "canary-" + id + ".csv", content));
    }

    private static String row(Collection<String> values) {
        return values.stream()
                        .map(text -> "\"" + text.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private String said(String format, byte[] original) {
        Normalizer normalizer = Objects.requireNonNull(normalizers.get(format), format);
        return CanaryRecognition.digest(normalizer.said(original));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
