package io.redress.channel.mailbox.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.UnfetchedMail;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a group of big mails holds in memory. */
class MailFetcherTest {

    private static final int MEGABYTE = 1 << 20;

    private final BigMails folder = new BigMails();
    private final List<UnfetchedMail> mails = IntStream.rangeClosed(1, 30)
            .mapToObj(n -> new UnfetchedMail(String.valueOf(n), 0, null))
            .toList();
    private final MailFetcher fetcher = new MailFetcher(
            new MailboxSettings(
                    new MailboxFolderId("big", "c@redress.test", "INBOX"),
                    "imap",
                    "127.0.0.1",
                    143,
                    "c@redress.test",
                    null,
                    false,
                    true,
                    1000,
                    50L * MEGABYTE,
                    3,
                    Duration.ofMinutes(2),
                    Map.of(),
                    false),
            new PolledFolder(null, "INBOX", folder), // never opened anew
            null,
            null,
            new HashSet<>(),
            new FetchGroups("mailbox", new SetClock(Instant.parse("2026-07-01T08:00:00Z"))),
            () -> {});

    @Test
    void mails_of_a_megabyte_are_held_four_at_a_time() throws Exception {
        folder.stated = MEGABYTE;
        assertThat(held()).startsWith(1, 4, 4, 4);
        assertThat(folder.fetched).hasSize(30);
    }

    @Test
    void a_mail_that_is_bigger_than_a_group_is_held_alone() throws Exception {
        folder.stated = 5L * MEGABYTE;
        assertThat(held()).containsOnly(1).hasSize(30);
    }

    @Test
    void of_mails_that_are_bigger_than_their_server_says_no_more_are_held_and_the_next_go_alone() throws Exception {
        folder.stated = 10;
        assertThat(held()).startsWith(1, 9, 1, 1).hasSize(22);
        assertThat(folder.fetched).doesNotHaveDuplicates().hasSize(30);
    }

    /** How many bodies are in memory at once, one time after the other. */
    private List<Integer> held() throws Exception {
        List<Integer> held = new ArrayList<>();
        fetcher.expect(mails);
        for (int at = 0; at < mails.size(); ) {
            SortedMap<Integer, FetchedMail> came = new TreeMap<>();
            at += fetcher.fetch(fetcher.next(mails.subList(at, mails.size())), () -> true, came);
            held.add(came.size());
        }
        return held;
    }

    /** Each mail has a megabyte, whatever the folder states. */
    private static final class BigMails implements MailFolder {

        private final List<String> fetched = new ArrayList<>();
        private long stated;

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public long validity() {
            return 1;
        }

        @Override
        public long next() {
            return 0;
        }

        @Override
        public boolean keepsMarks() {
            return true;
        }

        @Override
        public List<String> waiting() {
            return List.of();
        }

        @Override
        public Set<String> present(Collection<String> uids) {
            return Set.copyOf(uids);
        }

        @Override
        public void sizes(List<String> uids, Map<String, Long> sizes) {
            uids.forEach(uid -> sizes.put(uid, stated));
        }

        @Override
        public void ask(Map<String, Long> sizes, long most) {
            // each is given when it is fetched
        }

        @Override
        public Body fetch(String uid, long size, long most) {
            fetched.add(uid);
            return new Body(new byte[MEGABYTE], false);
        }

        @Override
        public void settle(Collection<String> uids, boolean keep) {
            // stays as it is
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
