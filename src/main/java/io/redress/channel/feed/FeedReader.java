package io.redress.channel.feed;

import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.outbound.OutboundFile;
import io.redress.channel.chat.platform.outbound.OutboundRequest;
import io.redress.channel.sender.RequestFilter;
import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.mapping.json.ValuePath;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a feed's file into a {@link Feed}, or finds everything that is wrong; its schema says what each key may hold. */
final class FeedReader {

    private static final Duration USUAL_OVERLAP = Duration.ofMinutes(10);
    private static final int USUAL_PAGES = 50;
    private static final String NEXT = "next";

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<FeedFile> yaml;

    FeedReader(String name, Path file) {
        this.name = name;
        this.yaml = YamlFile.read(file, FeedFile.class, "feed", findings);
    }

    /** @throws InvalidConfiguration naming every line that is wrong */
    Feed read() {
        InvalidConfiguration.throwIfAny(findings);
        FeedFile file = yaml.value();
        Map<String, ChannelSetting> settings = ChannelSetting.of(file.settings());
        Optional<OutboundRequest> request = OutboundRequest.read(
                yaml,
                new OutboundFile.Call(file.request(), file.headers(), null, null),
                settings.keySet(),
                Set.of(Feed.SINCE, Feed.CURSOR, Feed.PAGE),
                findings,
                "request");
        FeedFile.Time time = Objects.requireNonNull(file.time());
        NextPage next = next(file.next());
        ValuePath changed = path(time.from(), "time", "from");
        List<ValuePath> keys = paths(list(file.key()), "key");
        List<ValuePath> edition = paths(list(file.edition()), "edition");
        ComplaintRule complaint = complaint(file.complaint());
        request.ifPresent(asked -> findings.addAll(new FeedFileChecks(yaml, asked, next).findings()));
        InvalidConfiguration.throwIfAny(findings);
        FeedFile.Since since = Objects.requireNonNullElse(file.since(), new FeedFile.Since(null, null));
        return new Feed(new Feed.Parts(
                name,
                Objects.requireNonNullElse(file.title(), name),
                settings,
                request.orElseThrow(),
                unit(since.unit()),
                DurationParser.parse(since.overlap(), USUAL_OVERLAP),
                file.items() == null ? List.of() : List.of(file.items().split("\\.")),
                keys,
                Objects.requireNonNull(changed),
                unit(time.unit()),
                edition,
                next,
                Objects.requireNonNullElse(file.pages(), USUAL_PAGES),
                Boolean.TRUE.equals(file.newestFirst()),
                filter(file.done()),
                filter(file.later()),
                filter(file.expired()),
                "proven".equals(file.customers()),
                Objects.requireNonNullElse(file.mapping(), name),
                filter(file.only()),
                filter(file.silent()),
                complaint,
                examples(list(file.examples()))));
    }

    private static WrittenTime unit(@Nullable String written) {
        return KeyedEnum.known(WrittenTime.class, Objects.requireNonNullElse(written, "iso"));
    }

    private NextPage next(FeedFile.@Nullable Next written) {
        if (written == null) {
            return NextPage.none();
        }
        RequestFilter more = filter(written.more());
        if (written.cursor() != null) {
            return new NextPage(NextPage.Kind.CURSOR, path(written.cursor(), NEXT, "cursor"), 1, more);
        }
        if (written.url() != null) {
            return new NextPage(NextPage.Kind.URL, path(written.url(), NEXT, "url"), 1, more);
        }
        if (written.last() != null) {
            return new NextPage(NextPage.Kind.LAST, path(written.last(), NEXT, "last"), 1, more);
        }
        return written.page() != null
                ? new NextPage(NextPage.Kind.PAGE, null, written.page(), more)
                : new NextPage(NextPage.Kind.LINK, null, 1, more);
    }

    private ComplaintRule complaint(FeedFile.@Nullable Complaint written) {
        if (written == null) {
            return new ComplaintRule(Map.of(), List.of(), Map.of());
        }
        FeedFile.Words words = Objects.requireNonNullElse(written.words(), new FeedFile.Words(null, null));
        List<String> any =
                list(words.any()).stream().filter(word -> !word.isBlank()).toList();
        return new ComplaintRule(
                Objects.requireNonNullElse(written.atMost(), Map.of()), list(words.in()), ComplaintRule.patterns(any));
    }

    private List<ValuePath> paths(List<String> written, String key) {
        return written.stream()
                .map(one -> path(one, key))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable ValuePath path(@Nullable String written, Object... place) {
        ValuePath path = written == null ? null : ValuePath.parse(written);
        if (path == null) {
            findings.add(yaml.finding(
                    "'" + written + "' is not a name", "write members with full stops between them", place));
        }
        return path;
    }

    private static RequestFilter filter(@Nullable Map<String, List<String>> written) {
        return new RequestFilter(written == null ? Map.of() : written);
    }

    private List<FeedExample> examples(List<FeedFile.Example> written) {
        var examples = new ArrayList<FeedExample>();
        for (FeedFile.Example example : written) {
            int at = examples.size();
            examples.add(new FeedExample(
                    Objects.requireNonNullElse(example.settings(), Map.of()),
                    Objects.requireNonNullElse(example.since(), Instant.EPOCH),
                    Objects.requireNonNullElse(example.cursor(), ""),
                    Objects.requireNonNullElse(example.request(), ""),
                    Objects.requireNonNullElse(example.link(), ""),
                    Objects.requireNonNull(example.body()),
                    Objects.requireNonNull(example.items()),
                    Objects.requireNonNullElse(example.complaints(), 0),
                    example.next(),
                    Objects.requireNonNullElse(example.fields(), Map.of()),
                    (problem, remedy) -> yaml.finding(problem, remedy, "examples", at)));
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
