package io.redress.ledger.user;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.encryption.AesGcm;
import io.redress.encryption.HmacSha256;
import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import io.redress.user.AuthenticatorSecret;
import io.redress.user.SampleUsers;
import io.redress.user.User;
import io.redress.user.UserRefused;
import io.redress.user.UserRefused.Reason;
import io.redress.user.throttle.SignInThrottle;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlUsersTest extends OwnDatabase {

    private final SqlUsers users = new SqlUsers(jdbc, transaction, new AesGcm(new byte[32]));

    @BeforeEach
    void nobody() {
        jdbc.sql("delete from hub_user").update();
    }

    @Test
    void what_is_kept_is_what_is_found() {
        AuthenticatorSecret secret = AuthenticatorSecret.random();
        User user = SampleUsers.user("li", Role.AGENT, Role.AUDITOR);
        User full = user.with(user.roles(), new TicketScope(Set.of("logistics"), Set.of("delivery")))
                .withLanguage("zh")
                .with(user.credentials().withUnconfirmed(secret).withConfirmed(Set.of("a", "b")));
        users.add(full);
        users.add(SampleUsers.user("an", Role.VIEWER).withName("An", null));
        assertThat(users.find("li")).contains(full);
        assertThat(users.find(full.id())).contains(full);
        assertThat(users.find("nobody")).isEmpty();
        assertThat(users.all()).extracting(User::login).containsExactly("an", "li");
        byte[] held = jdbc.sql("select totp_secret from hub_user where login = 'li'")
                .query(byte[].class)
                .single();
        assertThat(new String(held, ISO_8859_1)).doesNotContain(new String(secret.bytes(), ISO_8859_1));
    }

    @Test
    void a_second_factor_that_cannot_be_read_still_keeps_others_out() {
        User user = SampleUsers.user("li", Role.AGENT);
        users.add(user.with(
                user.credentials().withUnconfirmed(AuthenticatorSecret.random()).withConfirmed(Set.of("a"))));
        byte[] another = new byte[32];
        another[0] = 1;
        User found =
                new SqlUsers(jdbc, transaction, new AesGcm(another)).find("li").orElseThrow();
        assertThat(found.credentials().hasSecondFactor()).isTrue();
    }

    @Test
    void a_login_is_taken_once() {
        users.add(SampleUsers.user("li", Role.AGENT));
        assertThatThrownBy(() -> users.add(SampleUsers.user("li", Role.AGENT)))
                .isInstanceOfSatisfying(
                        UserRefused.class, why -> assertThat(why.reason()).isEqualTo(Reason.LOGIN_TAKEN));
    }

    @Test
    void the_last_who_administers_users_stays_whatever_is_changed() {
        User last = SampleUsers.user("li", Role.ADMINISTRATOR);
        users.add(last);
        users.add(SampleUsers.user("an", Role.ADMINISTRATOR).withDisabled(true));
        users.add(SampleUsers.user("wu", Role.ADMINISTRATOR)
                .with(Set.of(Role.ADMINISTRATOR), new TicketScope(Set.of("logistics"), Set.of())));
        assertRefused(() -> users.change(last.id(), one -> one.withDisabled(true)));
        assertRefused(() -> users.change(last.id(), one -> one.with(Set.of(Role.OPERATOR), TicketScope.ALL)));
        assertRefused(() ->
                users.change(last.id(), one -> one.with(one.roles(), new TicketScope(Set.of("logistics"), Set.of()))));
        assertThat(users.find("li")).contains(last);
        users.change(last.id(), one -> one.withName("Other", null));
        users.add(SampleUsers.user("zhao", Role.ADMINISTRATOR));
        users.change(last.id(), one -> one.withDisabled(true));
    }

    @Test
    void two_administrators_cannot_disable_one_another_at_once() throws Exception {
        User one = SampleUsers.user("li", Role.ADMINISTRATOR);
        User other = SampleUsers.user("an", Role.ADMINISTRATOR);
        users.add(one);
        users.add(other);
        var threads = Executors.newFixedThreadPool(2);
        var refused = new AtomicInteger();
        List<Future<?>> both = List.of(one, other).stream()
                .<Future<?>>map(user -> threads.submit(() -> {
                    try {
                        users.change(user.id(), kept -> kept.withDisabled(true));
                    } catch (UserRefused e) {
                        refused.incrementAndGet();
                    }
                }))
                .toList();
        for (Future<?> each : both) {
            each.get();
        }
        threads.shutdown();
        assertThat(refused).hasValue(1);
        assertThat(users.all()).filteredOn(User::administers).hasSize(1);
    }

    @Test
    void a_time_step_and_a_recovery_code_are_taken_once() {
        User user = SampleUsers.user("li", Role.AGENT);
        users.add(user.with(
                user.credentials().withUnconfirmed(AuthenticatorSecret.random()).withConfirmed(Set.of("a", "b"))));
        assertThat(users.takeStep(user.id(), 100)).isTrue();
        assertThat(users.takeStep(user.id(), 100)).isFalse();
        assertThat(users.takeStep(user.id(), 99)).isFalse();
        users.change(user.id(), one -> one.withName("Other", null));
        assertThat(users.takeStep(user.id(), 100)).isFalse();
        assertThat(users.takeRecoveryCode(user.id(), "a")).isTrue();
        assertThat(users.takeRecoveryCode(user.id(), "a")).isFalse();
        assertThat(users.find("li").orElseThrow().credentials().recoveryCodes()).containsExactly("b");
    }

    @Test
    void a_hash_is_made_anew_unless_the_password_was_changed_meanwhile() {
        User user = SampleUsers.user("li", Role.AGENT);
        users.add(user);
        users.rehash(user.id(), "another", "new");
        assertThat(users.find("li").orElseThrow().credentials().passwordHash()).isEqualTo("plain:right password");
        users.rehash(user.id(), "plain:right password", "new");
        assertThat(users.find("li").orElseThrow().credentials().passwordHash()).isEqualTo("new");
    }

    @Test
    void many_tries_at_once_are_not_more_than_one_after_the_other() throws Exception {
        var throttle = new SignInThrottle(
                new SqlTryRows(jdbc, transaction),
                new HmacSha256(new byte[32]),
                new SetClock(Instant.parse("2026-07-01T08:00:00Z")));
        var threads = Executors.newFixedThreadPool(8);
        var looked = new AtomicInteger();
        for (int n = 0; n < 40; n++) {
            threads.submit(() -> {
                if (throttle.tried("li", "192.0.2.1").isEmpty()) {
                    looked.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                .isTrue();
        assertThat(looked).hasValue(5);
    }

    private static void assertRefused(Runnable change) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(UserRefused.class, why -> assertThat(why.reason())
                .isEqualTo(Reason.LAST_ADMINISTRATOR));
    }
}
