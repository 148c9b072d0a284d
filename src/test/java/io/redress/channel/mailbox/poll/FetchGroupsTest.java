package io.redress.channel.mailbox.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.mailbox.UnfetchedMail;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FetchGroupsTest {

    private static final long MEGABYTE = 1 << 20;

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final FetchGroups groups = new FetchGroups("mailbox", clock);

    @Test
    void a_group_has_fifty_mails_at_most() {
        assertThat(next(mails(120), 1000)).isEqualTo(FetchGroups.MOST).isEqualTo(50);
        assertThat(next(mails(12), 1000)).isEqualTo(12);
    }

    @Test
    void a_group_has_four_megabytes_at_most_and_a_bigger_mail_goes_alone() {
        assertThat(next(mails(20), MEGABYTE)).isEqualTo(4);
        assertThat(next(mails(20), 3 * MEGABYTE)).isOne();
        assertThat(next(mails(20), 50 * MEGABYTE)).isOne();
    }

    @Test
    void a_mail_whose_size_nobody_knows_goes_alone() {
        assertThat(next(mails(20), 0)).isOne();
        Map<String, Long> sizes = Map.of("1", 10L, "2", 10L, "3", 0L, "4", 10L);
        assertThat(groups.next(mails(4), mail -> sizes.get(mail.uid()), mail -> false))
                .hasSize(2);
    }

    @Test
    void a_mail_that_made_trouble_goes_alone() {
        assertThat(groups.next(mails(20), mail -> 10, mail -> mail.uid().equals("1")))
                .hasSize(1);
        assertThat(groups.next(mails(20), mail -> 10, mail -> mail.uid().equals("6")))
                .hasSize(5);
    }

    @Test
    void after_a_group_failed_for_no_reason_each_mail_goes_alone_for_an_hour() {
        groups.rest("of a test");
        clock.pass(Duration.ofMinutes(59));
        assertThat(next(mails(20), 10)).isOne();
        clock.pass(Duration.ofMinutes(2));
        assertThat(next(mails(20), 10)).isEqualTo(20);
    }

    private int next(List<UnfetchedMail> mails, long size) {
        return groups.next(mails, mail -> size, mail -> false).size();
    }

    private static List<UnfetchedMail> mails(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new UnfetchedMail(String.valueOf(n), 0, null))
                .toList();
    }
}
