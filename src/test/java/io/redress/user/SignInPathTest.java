package io.redress.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.HmacSha256;
import io.redress.permission.Role;
import io.redress.testing.SetClock;
import io.redress.user.throttle.MemoryTryRows;
import io.redress.user.throttle.SignInThrottle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether somebody is known cannot be told by what the hub does, and so not by how long it takes. */
class SignInPathTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final List<String> compared = new ArrayList<>();
    private final List<AccountEvent> events = new ArrayList<>();
    private final MemoryUsers users = new MemoryUsers();
    private final PasswordHashes hashes = new PasswordHashes() {
        @Override
        public String hash(String password) {
            return "plain:" + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            compared.add(hash);
            return hash.equals("plain:" + password) || hash.equals("old:" + password);
        }

        @Override
        public boolean isOutdated(String hash) {
            return hash.startsWith("old:");
        }

        @Override
        public String decoy() {
            return "decoy";
        }
    };
    private final SignIn signIn = new SignIn(
            users,
            hashes,
            new SignInThrottle(new MemoryTryRows(), new HmacSha256(new byte[32]), clock),
            user -> true,
            events::add,
            clock);

    @Test
    void one_hash_is_compared_whoever_it_is() {
        users.add(SampleUsers.user("li", Role.AGENT));
        users.add(SampleUsers.user("zhao", Role.AGENT).withDisabled(true));
        for (String login : List.of("li", "zhao", "nobody", "not a login", "", "x".repeat(10_000))) {
            compared.clear();
            assertThat(signIn.byPassword(login, "wrong", "192.0.2.1")).isInstanceOf(SignInResult.Refused.class);
            assertThat(compared).as(login).hasSize(1);
        }
    }

    @Test
    void a_refusal_names_who_is_known_and_never_what_was_typed() {
        users.add(SampleUsers.user("li", Role.AGENT));
        signIn.byPassword("li", "wrong", "192.0.2.1");
        signIn.byPassword("my secret password", "li", "192.0.2.1");
        assertThat(events).extracting(AccountEvent::login).containsExactly("li", null);
        assertThat(events).allSatisfy(event -> assertThat(event.toString()).doesNotContain("secret", "wrong"));
    }

    @Test
    void a_hash_by_older_means_is_made_anew_at_the_next_sign_in() {
        User user = SampleUsers.user("li", Role.AGENT);
        users.add(user.with(user.credentials().withPassword("old:right password", clock.instant(), false)));
        assertThat(signIn.byPassword("li", "right password", "192.0.2.1")).isInstanceOf(SignInResult.Admitted.class);
        assertThat(users.find("li").orElseThrow().credentials().passwordHash()).isEqualTo("plain:right password");
    }

    @Test
    void a_code_and_a_recovery_code_open_once() {
        User user = SampleUsers.user("li", Role.AGENT);
        AuthenticatorSecret secret = AuthenticatorSecret.random();
        List<String> codes = RecoveryCodes.random();
        users.add(user.with(
                user.credentials().withUnconfirmed(secret).withConfirmed(RecoveryCodes.digests(user.id(), codes))));
        User kept = users.find("li").orElseThrow();
        String code = OneTimeCodes.at(secret, clock.instant());
        assertThat(signIn.byCode(kept, code, "192.0.2.1")).isInstanceOf(SignInResult.Admitted.class);
        assertThat(signIn.byCode(kept, code, "192.0.2.1")).isInstanceOf(SignInResult.Refused.class);
        String typed = codes.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(signIn.byCode(kept, typed, "192.0.2.1")).isInstanceOf(SignInResult.Admitted.class);
        assertThat(signIn.byCode(kept, typed, "192.0.2.1")).isInstanceOf(SignInResult.Refused.class);
    }
}
