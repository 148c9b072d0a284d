package io.redress.broker.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.access.BrokerUser;
import io.redress.access.BrokerUsers;
import io.redress.access.Password;
import io.redress.access.QueuePermissions;
import io.redress.testing.SetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class BrokerAuthenticatorTest {

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
    private final RefusalLog refusalLog = new RefusalLog(CLOCK, counted::add);
    private final BrokerAuthenticator authenticator = authenticator(pauses::add);

    private BrokerAuthenticator authenticator(BrokerAuthenticator.Pause pause) {
        return new BrokerAuthenticator(permissions(), refusalLog, CLOCK, pause);
    }

    private QueuePermissions permissions() {
        var users = new BrokerUsers(Map.of("erp", hashed, "crm", plain), null);
        return new QueuePermissions(() -> users, new NamedCategories());
    }

    @Test
    void the_right_password_opens_at_once_and_again_without_hashing() throws Exception {
        assertThat(authenticator.login("10.0.0.1", "erp", SECRET)).isEqualTo(hashed);
        assertThat(authenticator.login("10.0.0.1", "crm", SECRET)).isEqualTo(plain);
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            authenticator.login("10.0.0.1", "erp", SECRET);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(pauses).isEmpty();
    }

    @Test
    void wrong_passwords_are_answered_later_and_later_and_counted() {
        for (String wrong :
                List.of("", "x", SECRET + " ", SECRET.toUpperCase(java.util.Locale.ROOT), "x".repeat(100_000))) {
            assertThatThrownBy(() -> authenticator.login("10.0.0.1", "erp", wrong))
                    .hasMessage("user name or password is wrong");
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 8L);
        assertThat(counted).hasSize(5).containsOnly("login");
    }

    @Test
    void unknown_users_get_the_same_answer_as_wrong_passwords() {
        var answers = new ArrayList<String>();
        for (String name : new String[] {"nobody", "redress-hub", "", "erp\n", "ERP", null}) {
            assertThatThrownBy(() -> authenticator.login("10.0.0.2", name, SECRET))
                    .isInstanceOf(SecurityException.class)
                    .satisfies(e -> answers.add(e.getMessage()));
        }
        assertThat(answers).containsOnly("user name or password is wrong");
    }

    @Test
    void who_tries_much_at_once_waits_while_others_come_in() throws Exception {
        var pausing = new CountDownLatch(4);
        var end = new CountDownLatch(1);
        BrokerAuthenticator slow = authenticator(time -> {
            pausing.countDown();
            end.await();
        });
        try (var threads = new Threads(4)) {
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
    void all_addresses_of_one_network_have_one_pace() {
        for (int i = 0; i < 12; i++) {
            String address = "2001:db8:1:2:" + i + ":0:0:1";
            assertThatThrownBy(() -> authenticator.login(address, "erp", "wrong"))
                    .isInstanceOf(SecurityException.class);
        }
        assertThatThrownBy(() -> authenticator.login("2001:db8:1:3::1", "erp", "wrong"))
                .isInstanceOf(SecurityException.class);
        assertThat(pauses)
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 8L, 8L, 8L, 8L, 8L, 8L, 8L, 8L, 1L);
    }

    /** How many try at once: by which addresses, under which names. */
    enum Flood {
        ONE_NAME_AT_ONE_ADDRESS("10.0.0.3", "erp"),
        MANY_NAMES_AT_ONE_ADDRESS("10.0.0.3", "name%d"),
        ONE_NAME_AT_MANY_ADDRESSES("10.0.0.%d", "erp"),
        MANY_NAMES_IN_ONE_NETWORK("2001:db8:1:2::%d", "name%d"),
        ONE_NAME_IN_ONE_NETWORK("2001:db8:1:2::%d", "erp"),
        NO_NAME_AT_MANY_ADDRESSES("10.0.0.%d", "");

        final String address;
        final String name;

        Flood(String address, String name) {
            this.address = address;
            this.name = name;
        }
    }

    @ParameterizedTest
    @EnumSource(Flood.class)
    void who_tries_much_does_not_keep_another_user_from_being_judged(Flood flood) throws Exception {
        var turns = new Semaphore(0);
        var bcrypt = new BCryptPasswordEncoder();
        BrokerAuthenticator slow =
                new BrokerAuthenticator(permissions(), refusalLog, CLOCK, pauses::add, new PasswordEncoder() {
                    @Override
                    public String encode(CharSequence password) {
                        return bcrypt.encode(password);
                    }

                    @Override
                    public boolean matches(CharSequence password, String hash) {
                        turns.acquireUninterruptibly();
                        return SECRET.contentEquals(password);
                    }
                });
        var guessing = new ArrayList<Thread>();
        for (int i = 0; i < 24; i++) {
            String address = String.format(flood.address, i);
            String name = String.format(flood.name, i);
            guessing.add(new Thread(() -> assertThatThrownBy(() -> slow.login(address, name, "a wrong password"))));
        }
        guessing.forEach(Thread::start);
        await().until(() -> guessing.stream().allMatch(BrokerAuthenticatorTest::isWaiting));
        var genuine = new CompletableFuture<BrokerUser>();
        var user = new Thread(() -> {
            try {
                genuine.complete(slow.login("10.0.1.1", "crm", SECRET));
            } catch (Exception e) {
                genuine.completeExceptionally(e);
            }
        });
        user.start();
        await().until(() -> isWaiting(user));
        try {
            turns.release(3); // two before it, then its own
            assertThat(genuine.get(8, TimeUnit.SECONDS)).isEqualTo(plain);
        } finally {
            turns.release(100);
            for (Thread guess : guessing) {
                guess.join();
            }
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void all_connections_of_a_user_come_in_at_once() throws Exception {
        try (var threads = new Threads(100)) {
            List<Future<BrokerUser>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(threads.pool.submit(() -> authenticator.login("10.0.0.5", "erp", SECRET)));
            }
            for (Future<BrokerUser> one : all) {
                assertThat(one.get()).isEqualTo(hashed);
            }
        }
    }

    @Test
    void the_names_that_strangers_make_up_do_not_fill_the_log() {
        var clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
        var lines = new ArrayList<String>();
        var count = new AtomicInteger();
        var flooded = new RefusalLog(clock, kind -> count.incrementAndGet(), lines::add);
        for (int i = 0; i < 1_000; i++) {
            flooded.login("name" + i, "10.0.0." + i % 250, "user name or password is wrong");
        }
        assertThat(lines).hasSize(100);
        assertThat(count).hasValue(1_000);
        clock.pass(Duration.ofMinutes(1));
        flooded.login("erp", "10.0.0.1", "user name or password is wrong");
        assertThat(lines).hasSize(102);
        assertThat(lines.get(100)).contains("900 more");
        assertThat(lines.get(101)).contains("user erp from 10.0.0.1");
    }

    @Test
    void a_name_of_a_stranger_is_shown_on_one_line_and_not_too_long() {
        assertThat(RefusalLog.printable("a\nb\u001B[31m\u202Ec\u0000")).isEqualTo("a?b?[31m?c?");
        assertThat(RefusalLog.printable("x".repeat(10_000))).hasSize(101);
        assertThat(RefusalLog.printable(null)).isEqualTo("(none)");
    }

    private static final class Threads implements AutoCloseable {
        private final java.util.concurrent.ExecutorService pool;

        private Threads(int number) {
            pool = Executors.newFixedThreadPool(number);
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
