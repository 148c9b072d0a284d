package io.redress.channel.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.outbound.OutboundRequest;
import io.redress.channel.sender.RequestFilter;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.ValuePath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a feed: a file of {@code config/feeds/}. Its parts are read from the file by {@link FeedReader}; its schema
 * tells what they mean.
 */
public final class Feed {

    static final String SINCE = "since";
    static final String CURSOR = "cursor";
    static final String PAGE = "page";

    private final Parts parts;

    /**
     * The parts of a file.
     *
     * @param sinceUnit how {@code {since}} is written
     * @param overlap how much of what was read is asked for again, since items may appear late
     * @param items names of the members that lead to the list; none: the answer is the list
     * @param keys names of an item, of which the first that is there counts
     * @param edition values by which an edited item is told from what it was; none: the time
     */
    record Parts(
            String name,
            String title,
            Map<String, ChannelSetting> settings,
            OutboundRequest request,
            WrittenTime sinceUnit,
            Duration overlap,
            List<String> items,
            List<ValuePath> keys,
            ValuePath time,
            WrittenTime timeUnit,
            List<ValuePath> edition,
            NextPage next,
            int pages,
            boolean newestFirst,
            RequestFilter done,
            RequestFilter later,
            RequestFilter expired,
            boolean knowsCustomers,
            String mapping,
            RequestFilter only,
            RequestFilter silent,
            ComplaintRule complaint,
            List<FeedExample> examples) {}

    Feed(Parts parts) {
        this.parts = parts;
    }

    public String name() {
        return parts.name();
    }

    /** What a channel must be given, by name. */
    public Map<String, ChannelSetting> settings() {
        return parts.settings();
    }

    List<FeedExample> examples() {
        return parts.examples();
    }

    Parts parts() {
        return parts;
    }

    /** How many pages are read in one go. */
    int pages() {
        return parts.pages();
    }

    /** Whether each look begins at the first page: of what was changed since, or of the newest. Else at the last cursor. */
    boolean beginsAnew() {
        return parts.newestFirst()
                || parts.next().kind() == NextPage.Kind.PAGE
                || parts.next().kind() == NextPage.Kind.NONE
                || parts.request().names().contains(SINCE);
    }

    /** Whether an item that is deleted or edited can shift the others from a page that is not read yet to one that was. */
    boolean mayShift() {
        return parts.next().kind() == NextPage.Kind.PAGE || parts.next().isAddress();
    }

    /** From when on items are asked for: some of them may have come late. */
    Instant floor(FeedPosition position) {
        Instant floor = position.since().equals(Instant.EPOCH)
                ? Instant.EPOCH
                : position.since().minus(parts.overlap());
        return floor.isAfter(position.start()) ? floor : position.start();
    }

    /**
     * Asks for a page.
     *
     * @param settings of the channel, by name
     * @throws FeedFailure when a setting is missing, or the address of the next page is refused
     */
    DialogueRequest request(FeedPosition position, Map<String, String> settings) {
        var values = new HashMap<String, String>();
        values.put(SINCE, parts.sinceUnit().write(floor(position)));
        values.put(CURSOR, parts.next().isAddress() ? "" : position.cursor());
        values.put(
                PAGE,
                parts.next().kind() == NextPage.Kind.PAGE && !position.cursor().isEmpty()
                        ? position.cursor()
                        : String.valueOf(parts.next().firstPage()));
        DialogueRequest first;
        try {
            first = parts.request().with(settings, values);
        } catch (OutboundRequest.Incomplete e) {
            throw new FeedFailure(FeedFailure.Kind.SETTINGS, String.valueOf(e.getMessage()), null);
        }
        if (!parts.next().isAddress() || position.cursor().isEmpty()) {
            return first;
        }
        String address = new NextPageCheck(parts, settings)
                .address(Objects.requireNonNull(first.url()), position.cursor())
                .orElseThrow(NextPageCheck::refusal);
        return DialogueRequest.at("GET", address, first.headers(), null);
    }

    /** True for an item that is not worth keeping. */
    public boolean isSilent(FeedItem item) {
        return item.json() instanceof ObjectNode object && parts.silent().meets(new JsonSource(object, Map.of()));
    }

    /** Why an item is not a complaint; empty when it is one. */
    Optional<String> noComplaint(ObjectNode item) {
        var source = new JsonSource(item, Map.of());
        return parts.only().unmet(source).or(() -> parts.complaint().unmet(source));
    }

    /** The feed's name of an item; empty where it has none. */
    Optional<String> key(ObjectNode item) {
        return parts.keys().stream()
                .flatMap(path -> path.values(item).stream())
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    /** The stars of an item, for people; empty where it has none. */
    String stars(ObjectNode item) {
        return parts.complaint().stars(new JsonSource(item, Map.of()));
    }

    /** Whether its authors are who the feed says. */
    boolean knowsCustomers() {
        return parts.knowsCustomers();
    }

    String mapping() {
        return parts.mapping();
    }
}
