package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.access.BrokerUser;
import io.redress.access.BrokerUsers;
import io.redress.access.Password;
import io.redress.access.QueueRights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoginsTest {

    private static final String SECRET = "a secret of twelve";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T08:00:00Z"), ZoneOffset.UTC);

    private final BrokerUser hashed = new BrokerUser(
            "erp",
            new Password("{bcrypt}" + new BCryptPasswordEncoder().encode(SECRET), true),
            false,
            Set.of("quality"),
            Set.of());
    private final BrokerUser plain =
            new BrokerUser("crm", new Password(SECRET, false), false, Set.of("damage"), Set.of());
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final Refusals refusals = new Refusals(CLOCK, counted::add);
    private final Logins logins = logins(pauses::add);

    private Logins logins(Logins.Pause pause) {
        var users = new BrokerUsers(Map.of("erp", hashed, "crm", plain), null);
        return new Logins(new QueueRights(() -> users, new NamedCategories()), refusals, CLOCK, pause);
    }

    @Test
    void the_right_password_opens_at_once_and_again_without_hashing() throws Exception {
        assertThat(logins.login("10.0.0.1", "erp", SECRET)).isEqualTo(hashed);
        assertThat(logins.login("10.0.0.1", "crm", SECRET)).isEqualTo(plain);
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            logins.login("10.0.0.1", "erp", SECRET);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(pauses).isEmpty();
    }

    @Test
    void wrong_passwords_are_answered_later_and_later_and_counted() {
        for (String wrong :
                List.of("", "x", SECRET + " ", SECRET.toUpperCase(java.util.Locale.ROOT), "x".repeat(100_000))) {
            assertThatThrownBy(() -> logins.login("10.0.0.1", "erp", wrong))
                    .hasMessage("user name or password is wrong");
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 8L);
        assertThat(counted).hasSize(5).containsOnly("login");
    }

    @Test
    void unknown_users_get_the_same_answer_as_wrong_passwords() {
        var answers = new ArrayList<String>();
        for (String name : new String[] {"nobody", "redress-hub", "", "erp\n", "ERP", null}) {
            assertThatThrownBy(() -> logins.login("10.0.0.2", name, SECRET))
                    .isInstanceOf(SecurityException.class)
                    .satisfies(e -> answers.add(e.getMessage()));
        }
        assertThat(answers).containsOnly("user name or password is wrong");
    }

    @Test
    void who_tries_much_at_once_waits_while_others_come_in() throws Exception {
        var pausing = new CountDownLatch(4);
        var end = new CountDownLatch(1);
        Logins slow = logins(time -> {
            pausing.countDown();
            end.await();
        });
        try (var threads = new Threads()) {
            List<Future<?>> guesses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                guesses.add(threads.pool.submit(() -> slow.login("10.0.0.3", "erp", "a wrong password")));
            }
            pausing.await();
            assertThatThrownBy(() -> slow.login("10.0.0.3", "erp", SECRET)).hasMessageContaining("too many");
            assertThat(slow.login("10.0.0.4", "erp", SECRET)).isEqualTo(hashed);
            end.countDown();
            for (Future<?> guess : guesses) {
                assertThatThrownBy(guess::get).isInstanceOf(ExecutionException.class);
            }
            assertThat(slow.login("10.0.0.3", "erp", SECRET)).isEqualTo(hashed);
        }
    }

    @Test
    void a_name_of_a_stranger_is_shown_on_one_line_and_not_too_long() {
        assertThat(Refusals.printable("a\nb\u001B[31m\u202Ec\u0000")).isEqualTo("a?b?[31m?c?");
        assertThat(Refusals.printable("x".repeat(10_000))).hasSize(101);
        assertThat(Refusals.printable(null)).isEqualTo("(none)");
    }

    private static final class Threads implements AutoCloseable {
        private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(4);

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
