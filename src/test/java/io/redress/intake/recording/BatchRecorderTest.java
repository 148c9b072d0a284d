package io.redress.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.triage.AssessedArrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchRecorderTest extends RecordingMemory {

    private final List<RecordedItem> recorded = new ArrayList<>();

    @Test
    void arrivals_that_open_tickets_are_written_down_in_one_transaction() {
        record(opens("1", "a"), opens("2", "b"), opens("3", "c"));

        assertThat(recorded).extracting(RecordedItem::itemId).containsExactly("1", "2", "3");
        assertThat(recorded).allMatch(item -> item.state() == ItemState.TICKETED && item.ticket() != null);
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void of_two_with_one_source_key_the_second_is_the_duplicate_of_the_first() {
        record(opens("1", "a"), opens("2", "a"), opens("3", "b"));

        assertThat(recorded)
                .extracting(RecordedItem::state)
                .containsExactly(ItemState.TICKETED, ItemState.DUPLICATE, ItemState.TICKETED);
        assertThat(recorded.get(1).reason()).endsWith("as item 1");
    }

    @Test
    void an_item_that_came_twice_opens_one_ticket_and_is_sent_on_twice() {
        record(opens("1", "a"), opens("1", "a"));

        assertThat(recorded).hasSize(2).allMatch(item -> item.state() == ItemState.TICKETED);
        assertThat(done).containsExactly("opened " + NEW + " as []");
    }

    @Test
    void an_item_that_was_recorded_before_gets_the_same_answer_again() {
        record(opens("1", "a"));
        record(opens("1", "a"));

        assertThat(recorded.get(1)).isEqualTo(recorded.get(0));
        assertThat(done).hasSize(1);
    }

    @Test
    void a_checked_document_is_kept_and_a_missing_one_is_written() {
        AssessedArrival first = opens("1", "a");
        record(new AssessedArrival(first.arrival(), first.ticket(), "checked"), opens("2", "b"));

        assertThat(recorded).extracting(RecordedItem::document).containsExactly("checked", "document of " + NEW);
    }

    @Test
    void mails_of_a_batch_keep_others_of_their_threads_out_before_any_is_opened() {
        record(
                assessed(raw("1", "inbox", "email"), complaint("email", "m1@x", SenderVerification.PROVED, "door")),
                assessed(raw("2", "inbox", "email"), complaint("email", "m2@x", SenderVerification.FAILED, "door")),
                assessed(raw("3", "inbox", "email"), complaint("email", "m3@x", SenderVerification.PROVED, "door")));

        assertThat(done)
                .containsExactly(
                        "one at a time: [<m1@x>, <m3@x>]",
                        "opened " + NEW + " as [<m1@x>]",
                        "opened " + NEW + " as []",
                        "opened " + NEW + " as [<m3@x>]");
    }

    @Test
    void nothing_behind_one_that_cannot_be_recorded_is_written_down() {
        var broken = new AssessedArrival(
                opens("2", "b").arrival(), // a complaint without a ticket is a bug
                null);

        assertThatThrownBy(() -> record(opens("1", "a"), broken, opens("3", "c")))
                .isInstanceOf(NullPointerException.class);
        assertThat(recorded).extracting(RecordedItem::itemId).containsExactly("1");
        assertThat(items.ended("3")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_ends_in_a_batch_as_it_ends_alone(long seed) {
        List<AssessedArrival> all = mixture(new Random(seed));
        record(all.toArray(AssessedArrival[]::new));

        var alone = new RecordingMemory() {};
        List<RecordedItem> ends = all.stream().map(alone.recorder::record).toList();
        assertThat(recorded).isEqualTo(ends);
        assertThat(done.stream().filter(line -> !line.startsWith("one at a time")))
                .containsExactlyInAnyOrderElementsOf(alone.done.stream()
                        .filter(line -> !line.startsWith("one at a time"))
                        .toList());
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** Complaints, some of them twice, mails that answer, machines' mails, chats and other systems' history. */
    private static List<AssessedArrival> mixture(Random random) {
        List<AssessedArrival> different = new ArrayList<>();
        for (int id = 10; id < 35; id++) {
            different.add(anyArrival(String.valueOf(id), random));
        }
        return random.ints(40, 0, different.size()).mapToObj(different::get).toList();
    }

    private static AssessedArrival anyArrival(String id, Random random) {
        String number = "R-260701-ABCD" + id;
        RawMessage form = numbered(id, number, "form", "web-form");
        RawMessage mail = numbered(id, number, "inbox", "email");
        RawMessage chat = numbered(id, number, "wecom", "wecom");
        String key = "k" + random.nextInt(25);
        return switch (random.nextInt(9)) {
            case 0 -> assessed(mail, complaint("email", key, SenderVerification.PROVED, "and the door", KNOWN));
            case 1 -> assessed(mail, complaint("email", key, SenderVerification.PROVED, "the door"));
            case 2 -> assessed(form, history(complaint("web-form", key, SenderVerification.UNPROVED, "old")));
            case 3 -> assessed(form, new Refusal(ItemState.INVALID, "nothing in it", key, List.of()));
            case 4 -> assessed(chat, chat(key));
            default -> assessed(form, complaint("web-form", key, SenderVerification.UNPROVED, "the door"));
        };
    }

    private static AssessedArrival opens(String id, String key) {
        return assessed(form(id), complaint("web-form", key, SenderVerification.UNPROVED, "the door"));
    }

    private void record(AssessedArrival... arrivals) {
        batches.record(List.of(arrivals), recorded::add);
    }
}
