package io.redress.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.mapping.Mappings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an item of the shipped feed. */
class FeedItemsTest {

    private final FeedNormalizer normalizer =
            new FeedNormalizer(Feeds.read(Path.of("config/feeds")), Mappings.read(Path.of("config/mappings")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | ok              | complaint",
                "2     | ok              | complaint",
                "2.5   | ok              | rating is 2.5, above 2; it contains none of the complaint words",
                "'2,0' | ok              | complaint",
                "5     | ok              | rating is 5, above 2; it contains none of the complaint words",
                "5     | it was BROKEN   | complaint",
                "5     | unbroken        | rating is 5",
                "5     | brokenhearted   | rating is 5",
                "5     | still    waiting | complaint",
                "5     | 東西壞了         | complaint",
                "5     | 用了两天就坏了！   | complaint",
                "5     | ｒｅｆｕｎｄ     | complaint",
                "many  | ok              | complaint",
                "''    | ok              | complaint",
            })
    void few_stars_or_a_word_make_a_complaint_and_unreadable_stars_do(String rating, String text, String gives) {
        NormalizationResult result = read("""
                {"id": "7", "rating": "%s", "title": "t", "text": "%s", "updatedAt": "2026-11-28T10:00:00Z"}
                """.formatted(rating, text));
        if (gives.equals("complaint")) {
            assertThat(result).isInstanceOf(CanonicalComplaint.class);
            return;
        }
        assertThat(result).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.state()).isEqualTo(ItemState.IGNORED);
            assertThat(refusal.reason()).startsWith("not a complaint: " + gives);
            assertThat(refusal.references()).containsExactly("feed:shop/7");
        });
    }

    @Test
    void an_author_whose_id_looks_like_a_handle_elsewhere_is_nobody_there() {
        var one = (CanonicalComplaint) read(review(1, "It leaks").replace("u-7", "wecom:u-7"));
        assertThat(one.customer().handles()).containsExactly("shop:wecom:u-7");
    }

    @Test
    void a_complaint_has_the_authors_handle_on_the_channel_its_stars_and_a_name_for_its_editions() {
        var one = (CanonicalComplaint) read(review(1, "It leaks, see R-261122-ABCDEF"));
        var edited = (CanonicalComplaint) read(review(1, "It leaks and smokes"));

        assertThat(one.customer().handles()).containsExactly("shop:u-7");
        assertThat(one.complaint().text()).isEqualTo("It leaks, see R-261122-ABCDEF\n[rating: 1]");
        assertThat(one.proof()).isEqualTo(SenderVerification.PROVED);
        assertThat(one.aliases()).containsExactly("feed:shop/7");
        assertThat(one.references()).first().isEqualTo("feed:shop/7");
        assertThat(one.references()).hasSize(2);
        assertThat(edited.sourceKey()).isNotEqualTo(one.sourceKey()).startsWith("7@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17                                          | is not a JSON object: compare items in config/feeds/reviews.yaml",
                "'{\"rating\": 1, \"text\": \"no name\"}'    | has no key: compare key in config/feeds/reviews.yaml",
                "'{\"id\": \"7\", \"rating\": 1}'            | cannot be mapped: ",
            })
    void an_item_that_cannot_be_read_is_invalid_and_says_where_to_look(String item, String reason) {
        assertThat(read(item)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.state()).isEqualTo(ItemState.INVALID);
            assertThat(refusal.reason()).contains(reason);
        });
    }

    private static String review(int rating, String text) {
        return """
                {"id": "7", "rating": %d, "text": "%s", "author": {"id": "u-7"}, "updatedAt": "2026-11-28T10:00:00Z"}
                """.formatted(rating, text);
    }

    private NormalizationResult read(String item) {
        byte[] original = item.strip().getBytes(StandardCharsets.UTF_8);
        return normalizer.read(
                new RawMessage(
                        "i",
                        "R-261122-ABCDEF",
                        "shop",
                        "feed",
                        Instant.EPOCH,
                        null,
                        Map.of("feed", "reviews"),
                        Original.inline(original)),
                original);
    }
}
