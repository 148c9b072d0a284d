package io.redress.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** What {@code check} finds in files of {@code config/feeds}, and what their examples give. */
class FeedFilesTest {

    @TempDir
    Path folder;

    @Test
    void every_example_that_is_shipped_gives_what_it_says() {
        assertThat(Feeds.read(Path.of("config/feeds")).all()).containsKey("reviews");
        assertThat(FeedExamplesCheck.findings(Path.of("config"))).isEmpty();
    }

    @Test
    void the_feed_of_the_documentation_gives_what_it_says() throws IOException {
        Matcher blocks = Pattern.compile("```yaml\\n(# yaml-language-server.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/polls.md")));
        for (String kind : List.of("feeds", "mappings")) {
            assertThat(blocks.find()).isTrue();
            Files.writeString(
                    Files.createDirectories(folder.resolve(kind)).resolve("appreviews.yaml"), blocks.group(1));
        }
        assertThat(Feeds.read(folder.resolve("feeds")).get("appreviews").examples())
                .hasSize(1);
        assertThat(FeedExamplesCheck.findings(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request: GET | request: POST | 'is not a request → write it like GET {api}/reviews?since={since}&cursor={cursor?}'",
                "updated_since={since} | updated_since={sinc} | '{sinc} stands for nothing → did you mean ''since''?'",
                "&cursor={cursor?} | '' | 'it would get the first page again → write {cursor?} into it'",
                "'next: {cursor: data.nextCursor}' | '' | 'nothing defines {cursor} → write next: {cursor: …}'",
                "'next: {cursor: data.nextCursor}' | 'next: {cursor: a, link: true}' | 'in several → write one of cursor, url, link, page, last'",
                "'next: {cursor: data.nextCursor}' | 'next: {page: 1}' | 'the request has no {page}'",
                "mapping: reviews | mapping: review | 'there is no mapping ''review'' → did you mean ''reviews''?'",
                "'time: {from: updatedAt}' | 'tim: {from: updatedAt}' | 'unknown key ''tim'''",
                "overlap: 30min | overlap: long | 'is not a length of time → write 90s'",
                "'  - settings: {token: example-token-0001}\n    since' | '  - since' | token has no value",
                "atMost: {rating: 2} | atMost: {rating: two} | 'atMost'",
                "items: 3 | items: 2 | 'gives the number of items ''3'', not ''2'''",
                "complaints: 2 | complaints: 3 | 'gives the number of complaints ''2'', not ''3'''",
                "next: c2 | next: c3 | 'gives the next page ''c2'', not ''c3'''",
                "product.store: Berlin | product.store: Rome | 'gives product.store ''Berlin'', not ''Rome'''",
                "product.store: Berlin | product.stor: Berlin | 'a complaint gives no product.stor → did you mean'",
                "items: data.reviews | items: data.review | has no list of items",
            })
    void what_is_wrong_in_a_feeds_file_is_told_with_line_and_remedy(String written, String changed, String problem)
            throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config/feeds"), folder.resolve("feeds"));
        FileSystemUtils.copyRecursively(Path.of("config/mappings"), folder.resolve("mappings"));
        Path edited = folder.resolve("feeds/reviews.yaml");
        String text = Files.readString(edited);
        assertThat(text).contains(written);
        Files.writeString(edited, text.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(changed)));

        assertThat(findings()).anySatisfy(finding -> {
            assertThat(finding.toString()).contains(problem);
            assertThat(finding.line()).isPositive();
        });
    }

    @Test
    void numbered_pages_that_would_all_be_read_at_each_poll_are_refused() throws IOException {
        Path file = Files.createDirectories(folder.resolve("feeds")).resolve("shop.yaml");
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings/shop.yaml"), "fields: {complaint.text: text}\n");
        Files.writeString(file, """
                request: GET https://shop.example/reviews?page={page}
                key: id
                time: {from: at}
                next: {page: 1}
                examples: [{body: "[]", items: 0}]
                """);
        assertThatThrownBy(() -> Feeds.read(folder.resolve("feeds")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("each poll would read all pages from the first one on")
                .hasMessageContaining("no example shows a complaint");
    }

    private List<Finding> findings() {
        try {
            Feeds.read(folder.resolve("feeds"));
            return FeedExamplesCheck.findings(folder);
        } catch (InvalidConfiguration e) {
            return e.findings();
        }
    }
}
