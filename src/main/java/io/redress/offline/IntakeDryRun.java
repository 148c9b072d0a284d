package io.redress.offline;

import io.redress.channel.callcenter.CallFile;
import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.CallRowNormalizer;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.platform.PlatformNormalizer;
import io.redress.channel.feed.FeedNormalizer;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import io.redress.routes.file.ConnectedChannel;
import io.redress.ticket.Ticket;
import io.redress.triage.AssessedArrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sends originals through the hub's own stages up to the ticket, without queue, ledger or number. */
public final class IntakeDryRun {

    private final TriedHub hub;
    private final ConnectedChannel channel;
    private final TriedRequest call;
    private final HandOff handOff;
    private final DryRunOutcomes outcomes;

    /** @param call what came with an original by HTTP */
    public IntakeDryRun(TriedHub hub, ConnectedChannel channel, TriedRequest call) {
        this.hub = hub;
        this.channel = channel;
        this.call = call;
        this.outcomes = new DryRunOutcomes(hub);
        Clock clock = hub.bean(Clock.class);
        // No number is taken from the database: the first of a sequence that no hub uses is shown.
        this.handOff = new HandOff(new TicketNumbers(() -> 0, new byte[32], clock), hub.bean(BlobStore.class), clock);
    }

    public DryRunResult of(Path file, int rows) throws IOException {
        return channel.format().equals(CallRowNormalizer.FORMAT)
                ? table(file, rows)
                : one(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    public DryRunResult of(String name, byte[] original, int rows) throws IOException {
        if (!channel.format().equals(CallRowNormalizer.FORMAT)) {
            return one(name, original);
        }
        return table(Files.write(hub.dataFolder().resolve(name), original), rows);
    }

    private DryRunResult one(String name, byte[] original) {
        if (channel.format().equals(FeedNormalizer.FORMAT)) {
            return page(original);
        }
        Map<String, String> attributes = attributes(name);
        if (channel.format().equals("webhook")) {
            return requested(new WebhookDryRun(hub, channel).receive(original, attributes, call));
        }
        if (channel.format().equals(PlatformNormalizer.FORMAT)) {
            var chat = new ChatRequestDryRun(hub, channel);
            if (!(chat.pulls() && call.hasNothingToVerify())) { // else it is one message as the platform gives it
                return requested(chat.receive(original, call.contentType(name), call));
            }
        }
        return shown(handOff.receive(channel.name(), channel.format(), original, attributes));
    }

    private DryRunResult requested(WebhookDryRun.Tried tried) {
        List<ReceivedEvent> events = tried.events();
        if (events.isEmpty()) {
            return new DryRunResult(List.of(tried.note()), null, false);
        }
        DryRunResult result = events.size() > 1 ? events(events) : shown(events.get(0));
        return tried.isTaken() ? result : result.refused(tried.note());
    }

    private DryRunResult shown(ReceivedEvent event) {
        return shown(handOff.receive(channel.name(), channel.format(), event.original(), event.attributes()));
    }

    private DryRunResult shown(RawMessage raw) {
        AssessedArrival assessed = outcomes.assess(raw);
        Ticket ticket = assessed.ticket();
        if (ticket == null) {
            return new DryRunResult(
                    List.of(DryRunOutcomes.ending(assessed.arrival().reading())), null, false);
        }
        var lines = new ArrayList<String>();
        lines.add("# would open a ticket, for queue " + outcomes.queue(ticket) + ", because:");
        ticket.triage().reasons().forEach(reason -> lines.add("# - " + reason));
        DryRunResult.Judged judged = assessed.arrival().reading() instanceof CanonicalComplaint complaint
                ? new DryRunResult.Judged(
                        outcomes.queue(ticket), complaint.proof().key(), complaint.acknowledge())
                : null;
        return new DryRunResult(lines, ticket, true, judged);
    }

    private DryRunResult events(List<ReceivedEvent> events) {
        return several(
                "event",
                events.stream()
                        .map(event ->
                                handOff.receive(channel.name(), channel.format(), event.original(), event.attributes()))
                        .toList(),
                "");
    }

    private DryRunResult several(String noun, List<RawMessage> arrivals, String note) {
        var counts = new TreeMap<String, Integer>();
        var lines = new ArrayList<String>();
        arrivals.forEach(raw -> lines.add(noun + " " + (lines.size() + 1) + ": " + outcomes.of(raw, counts)));
        lines.add(arrivals.size() + " " + noun + "s: " + counts + note);
        return new DryRunResult(lines, null, DryRunOutcomes.opensOne(counts));
    }

    private DryRunResult page(byte[] body) {
        FeedDryRun.Page page = new FeedDryRun(hub, channel).read(body, handOff);
        return switch (page.arrivals().size()) {
            case 0 -> new DryRunResult(List.of("no ticket: " + page.note()), null, false);
            case 1 -> shown(page.arrivals().get(0));
            default -> several("item", page.arrivals(), page.note());
        };
    }

    private DryRunResult table(Path file, int rows) throws IOException {
        Clock clock = hub.bean(Clock.class);
        var files = new CallFiles(
                hub.bean(Mappings.class), handOff, hub.dataFolder().resolve("work"), clock, ZoneId.systemDefault());
        String mapping = channel.parameters().getOrDefault("mapping", "");
        var lines = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        try (CallFile calls =
                files.open(channel.name(), mapping, channel.parameters().get("zone"), file.toFile())) {
            while (calls.hasNext()) {
                for (RawMessage row : calls.next()) {
                    String outcome = outcomes.of(row, counts);
                    if (lines.size() < rows) {
                        lines.add("line " + row.attribute("line") + ": " + outcome);
                    }
                }
            }
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            if (all > rows) {
                lines.add("… " + (all - rows) + " more");
            }
            lines.add(all + " rows: "
                    + counts.entrySet().stream()
                            .map(count -> count.getKey() + " " + count.getValue())
                            .collect(Collectors.joining(", ")));
            lines.addAll(Files.readAllLines(calls.getReports()
                    .get(calls.getReports().size() - 1)
                    .content()
                    .toPath()));
        }
        return new DryRunResult(lines, null, DryRunOutcomes.opensOne(counts));
    }

    /** The channel's parameters, and what only its transport would know. */
    private Map<String, String> attributes(String file) {
        var attributes = new HashMap<String, String>(channel.parameters());
        attributes.put("content-type", call.contentType(file));
        attributes.put("file", file);
        return attributes;
    }
}
