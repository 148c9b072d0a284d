package io.redress.channel.feed;

import io.redress.channel.chat.platform.outbound.OutboundRequest;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.configfile.folder.YamlFolder;
import io.redress.mapping.json.ValuePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What no schema can tell of a feed's file: names that lead nowhere, and what would be read for ever, or never. */
final class FeedFileChecks {

    private static final String REQUEST = "request";
    private static final String NEXT = "next";

    private final YamlFile<FeedFile> yaml;
    private final FeedFile file;
    private final OutboundRequest request;
    private final NextPage next;
    private final List<Finding> findings = new ArrayList<>();

    FeedFileChecks(YamlFile<FeedFile> yaml, OutboundRequest request, NextPage next) {
        this.yaml = yaml;
        this.file = yaml.value();
        this.request = request;
        this.next = next;
    }

    List<Finding> findings() {
        mapping();
        names("only", file.only());
        names("silent", file.silent());
        FeedFile.Complaint complaint = file.complaint();
        if (complaint != null) {
            Map<String, ?> atMost = Objects.requireNonNullElse(complaint.atMost(), Map.of());
            names(atMost.keySet(), "complaint", "atMost");
            if (complaint.words() != null) {
                names(FeedReader.list(complaint.words().in()), "complaint", "words", "in");
            }
        }
        paging();
        examples();
        return findings;
    }

    private void mapping() {
        Path folder =
                Objects.requireNonNull(yaml.file().toAbsolutePath().getParent()).resolveSibling("mappings");
        String own = String.valueOf(yaml.file().getFileName()).replaceFirst("\\.yaml$", "");
        String mapping = Objects.requireNonNullElse(file.mapping(), own);
        if (!Files.exists(folder.resolve(mapping + YamlFolder.ENDING))) {
            find(
                    "there is no mapping '" + mapping + "'",
                    Suggestion.remedy(mapping, YamlFolder.names(folder)),
                    "mapping");
        }
    }

    private void names(String key, @Nullable Map<String, ?> filter) {
        if (filter != null) {
            names(filter.keySet(), key);
        }
    }

    private void names(Collection<String> names, Object... path) {
        for (String name : names) {
            if (ValuePath.parse(name) == null) {
                find("'" + name + "' is not a name", "write members with full stops between them", path);
            }
        }
    }

    /** Where a request does not say which page is meant, the first one would come for ever. */
    private void paging() {
        Set<String> names = request.names();
        boolean byCursor = next.kind() == NextPage.Kind.CURSOR || next.kind() == NextPage.Kind.LAST;
        if (byCursor && !names.contains(Feed.CURSOR)) {
            find("the request has no {cursor}: it would get the first page again", "write {cursor?} into it", REQUEST);
        }
        if (next.kind() == NextPage.Kind.PAGE && !names.contains(Feed.PAGE)) {
            find("the request has no {page}: it would get the first page again", "write {page} into it", REQUEST);
        }
        if (!byCursor && names.contains(Feed.CURSOR)) {
            find("nothing defines {cursor}", "write next: {cursor: …} or next: {last: …}", REQUEST);
        }
        if (next.kind() != NextPage.Kind.PAGE && names.contains(Feed.PAGE)) {
            find("nothing defines the first {page}", "write next: {page: 1}", REQUEST);
        }
        boolean whole = next.kind() == NextPage.Kind.PAGE
                && !names.contains(Feed.SINCE)
                && !Boolean.TRUE.equals(file.newestFirst());
        if (whole) {
            find(
                    "each poll would read all pages from the first one on",
                    "write {since} into the request, or newestFirst: true where the newest items are on the first page",
                    NEXT);
        }
    }

    /** Without an example, one typing error could make the feed ignore every complaint. */
    private void examples() {
        boolean shown = FeedReader.list(file.examples()).stream()
                .anyMatch(example -> example.complaints() != null && example.complaints() > 0);
        if (!shown) {
            find("no example shows a complaint", "add a page of the feed with complaints: 1, or more", "examples");
        }
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
