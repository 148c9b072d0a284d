package io.redress.channel.feed;

import io.redress.channel.chat.ComplaintFields;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tries the examples of {@code config/feeds}: request, paging, rule of complaints and mapping, as a channel of that feed would. */
public final class FeedExamplesCheck {

    private static final String REMEDY = "change the feed's file, its mapping or the example";

    private final Feed feed;
    private final FeedNormalizer normalizer;
    private final FeedExample example;
    private final List<Finding> findings;

    private FeedExamplesCheck(Feed feed, FeedNormalizer normalizer, FeedExample example, List<Finding> findings) {
        this.feed = feed;
        this.normalizer = normalizer;
        this.example = example;
        this.findings = findings;
    }

    /**
     * All that is wrong with the examples of a folder's feeds.
     *
     * @param config the folder with {@code feeds} and {@code mappings}
     * @throws InvalidConfiguration where feeds or mappings cannot be read
     */
    public static List<Finding> findings(Path config) {
        Feeds feeds = Feeds.readable(Feeds.folder(config));
        var normalizer = new FeedNormalizer(feeds, Mappings.read(config.resolve("mappings")));
        var findings = new ArrayList<Finding>();
        feeds.all().values().forEach(feed -> feed.examples()
                .forEach(example -> new FeedExamplesCheck(feed, normalizer, example, findings).run()));
        return findings;
    }

    private void run() {
        Map<String, String> settings = new HashMap<>();
        feed.settings().forEach((name, setting) -> {
            String value = setting.value(example.settings().get(name));
            if (value != null) {
                settings.put(name, value);
            }
        });
        Instant since = example.since();
        var position =
                new FeedPosition(feed.name(), "all", Instant.EPOCH, since, since, since, example.cursor(), 0, "");
        FeedPage page;
        try {
            DialogueRequest request = feed.request(position, settings);
            String query = request.query() == null ? "" : "?" + request.query();
            equal("the request", request.method() + " " + request.url() + query, example.request());
            var response = new DialogueResponse(
                    200, example.body().getBytes(StandardCharsets.UTF_8), null, example.link(), false);
            page = new FeedAnswers(feed, feed.name(), "").page(response, example.cursor(), Instant.MAX);
        } catch (FeedFailure e) {
            find(e.kind().problem() + ": " + e.getMessage(), REMEDY);
            return;
        }
        equal("the number of items", String.valueOf(page.items().size()), String.valueOf(example.items()));
        if (example.next() != null && !page.next().equals(example.next())) {
            find("this example gives the next page '" + page.next() + "', not '" + example.next() + "'", REMEDY);
        }
        complaints(page);
    }

    private void complaints(FeedPage page) {
        List<CanonicalComplaint> complaints = page.items().stream()
                .filter(item -> !feed.isSilent(item))
                .map(this::raw)
                .map(raw -> normalizer.read(
                        raw, Objects.requireNonNull(raw.original().inline())))
                .filter(CanonicalComplaint.class::isInstance)
                .map(CanonicalComplaint.class::cast)
                .toList();
        equal("the number of complaints", String.valueOf(complaints.size()), String.valueOf(example.complaints()));
        Map<String, String> given = complaints.isEmpty() ? Map.of() : ComplaintFields.of(complaints.get(0));
        example.fields().forEach((name, expected) -> {
            if (!given.containsKey(name)) {
                find("a complaint gives no " + name, Suggestion.remedy(name, given.keySet()));
            } else {
                equal(name, given.get(name), expected);
            }
        });
    }

    private RawMessage raw(FeedItem item) {
        return new RawMessage(
                item.id(),
                "R-000000-000000",
                feed.name(),
                FeedNormalizer.FORMAT,
                Instant.EPOCH,
                item.sourceKey(),
                item.attributes(),
                Original.inline(item.original()));
    }

    private void equal(String what, String given, String expected) {
        if (!expected.isEmpty() && !given.equals(expected)) {
            find("this example gives " + what + " '" + given + "', not '" + expected + "'", REMEDY);
        }
    }

    private void find(String problem, String remedy) {
        findings.add(example.finding().apply(problem, remedy));
    }
}
