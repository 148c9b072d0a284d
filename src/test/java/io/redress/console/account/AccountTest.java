package io.redress.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.permission.Role;
import io.redress.user.AuthenticatorSecret;
import io.redress.user.OneTimeCodes;
import io.redress.user.RecoveryCodes;
import io.redress.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;

public class AccountTest extends PeopleHub {

    private static final String OTHER = "kettle orbit violin marble";
    private static final SerializingConverter STORED = new SerializingConverter();
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>");

    @Test
    void another_password_ends_all_sessions_but_the_one_that_changed_it() {
        User user = user(Role.AGENT);
        Browser here = signedIn(user);
        Browser there = signedIn(user);
        assertThat(here.get("/console/account").body().split("<tr role=\"row\"><td", -1))
                .hasSize(3);
        assertThat(change(here, "wrong", OTHER).body()).contains("The current password is wrong");
        assertThat(change(here, PASSWORD, "password1234").body()).contains("tried first");
        assertThat(change(here, PASSWORD, PASSWORD).body()).contains("the same as the current one");
        String before = here.cookie("redress-session").orElseThrow();
        here.get("/console/account");
        assertThat(change(here, PASSWORD, OTHER).statusCode()).isEqualTo(302);
        assertThat(here.cookie("redress-session")).get().isNotEqualTo(before);
        assertThat(here.get("/console/account?done=password").body()).contains("The password was changed");
        assertThat(there.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(browser().signIn(user.login(), PASSWORD).statusCode()).isEqualTo(401);
        assertThat(browser().signIn(user.login(), OTHER).statusCode()).isEqualTo(302);
    }

    @Test
    void sign_out_everywhere_ends_the_other_sessions() {
        User user = user(Role.AGENT);
        Browser here = signedIn(user);
        Browser there = signedIn(user);
        here.get("/console/account");
        here.post("/console/account/end-sessions");
        assertThat(there.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from console_session where principal_name = ?")
                        .param(user.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_second_factor_is_added_asked_for_and_removed() {
        User user = user(Role.AGENT);
        Browser browser = signedIn(user);
        var page = browser.get("/console/account/second-factor");
        assertThat(page.body()).contains("data:image/svg+xml;base64,");
        AuthenticatorSecret secret =
                users.find(user.id()).orElseThrow().credentials().secret();
        assertThat(page.body().replace(" ", "")).contains(secret.base32());
        assertThat(browser.post("/console/account/second-factor", "code", "000000")
                        .body())
                .contains("The code is not right");
        assertThat(signedIn(user))
                .as("nothing is asked for before a code was right")
                .isNotNull();
        var codes = browser.post("/console/account/second-factor", "code", code(secret, 0));
        List<String> recovery = RECOVERY.matcher(codes.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(recovery).as(codes.body()).hasSize(10);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);

        Browser other = browser();
        assertThat(Browser.location(other.signIn(user.login(), PASSWORD))).isEqualTo("/console/login/code");
        assertThat(other.get("/api/me").statusCode()).isEqualTo(401);
        String first = other.cookie("redress-session").orElseThrow();
        other.get("/console/login/code");
        assertThat(other.post("/console/login/code", "code", code(secret, 0)).statusCode())
                .as("the same step counts once")
                .isEqualTo(401);
        assertThat(Browser.location(other.post("/console/login/code", "code", code(secret, 30))))
                .isEqualTo("/console");
        assertThat(other.cookie("redress-session")).get().isNotEqualTo(first);
        assertThat(other.get("/api/me").statusCode()).isEqualTo(200);

        Browser third = browser();
        third.signIn(user.login(), PASSWORD);
        third.get("/console/login/code");
        assertThat(third.post("/console/login/code", "code", recovery.get(0)).statusCode())
                .isEqualTo(302);
        assertThat(users.find(user.id()).orElseThrow().credentials().recoveryCodes())
                .hasSize(9)
                .doesNotContain(RecoveryCodes.digest(user.id(), recovery.get(0)));

        third.get("/console/account");
        assertThat(third.post("/console/account/second-factor/remove", "password", "wrong")
                        .statusCode())
                .isEqualTo(400);
        assertThat(third.post("/console/account/second-factor/remove", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        signedIn(user);
    }

    @Test
    void what_an_administrator_changes_counts_in_sessions_that_go_on() {
        User user = user(Role.AGENT);
        Browser browser = signedIn(user);
        assertThat(browser.get("/api/queues").statusCode()).isEqualTo(403);
        users.change(user.id(), one -> one.with(Set.of(Role.OPERATOR), one.scope()));
        assertThat(browser.get("/api/queues").statusCode()).isEqualTo(200);
        users.change(user.id(), one -> one.with(Set.of(Role.VIEWER), one.scope()));
        assertThat(browser.get("/api/queues").statusCode()).isEqualTo(403);
        administration.disable(user.login(), true, "test");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(Browser.location(browser.get("/console/account"))).isEqualTo("/console/login");
        administration.disable(user.login(), false, "test");
        assertThat(browser.get("/api/me").statusCode()).as("it has ended").isEqualTo(401);
    }

    @Test
    void a_session_ends_when_it_is_old_however_often_it_is_used() {
        Browser browser = signedIn(user(Role.AGENT));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        set("began", Duration.ofHours(12));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_that_nobody_uses_ends_whatever_its_page_asks_for_by_itself() {
        jdbc.sql("delete from console_session").update();
        Browser browser = signedIn(user(Role.AGENT));
        set("used", Duration.ofMinutes(29));
        for (int n = 0; n < 3; n++) {
            assertThat(browser.send(browser.request("/api/me").header("X-Background-Request", "true"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(used()).as("nobody used it").isBefore(Instant.now().minus(Duration.ofMinutes(28)));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(used()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
        set("used", Duration.ofMinutes(31));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    private Instant used() {
        byte[] stored = jdbc.sql("select attribute_bytes from console_session_attributes where attribute_name = 'used'")
                .query(byte[].class)
                .single();
        return Instant.parse(String.valueOf(new DeserializingConverter().convert(stored)));
    }

    /** As if that had been so long ago. */
    private void set(String attribute, Duration ago) {
        jdbc.sql("update console_session_attributes set attribute_bytes = ? where attribute_name = ?")
                .params(STORED.convert(Instant.now().minus(ago).toString()), attribute)
                .update();
    }

    @Test
    void an_administrator_adds_changes_and_disables_users_by_pages() {
        User admin = user(Role.ADMINISTRATOR);
        Browser browser = signedIn(admin);
        String login = "new-" + admin.login();
        assertThat(browser.get("/console/users/new").body()).contains("Supervisor", "logistics-claims");
        var refused = browser.post("/console/users/new", "login", "No Login", "name", "<b>Zhao</b>", "roles", "agent");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("This login is not allowed", "&lt;b&gt;Zhao")
                .doesNotContain("<b>Zhao");
        var added = browser.post(
                "/console/users/new",
                "login",
                login,
                "name",
                "Zhao Min",
                "mail",
                "zhao@shop.example",
                "roles",
                "agent",
                "roles",
                "auditor",
                "teams",
                "logistics");
        assertThat(added.body()).containsPattern("class=\"secret\">[a-z2-9-]{19}<");
        User kept = administration.get(login);
        assertThat(kept.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.AUDITOR);
        assertThat(kept.scope().teams()).containsExactly("logistics");
        assertThat(browser.get("/console/users").body()).contains(login, "Zhao Min");

        assertThat(browser.get("/console/users/" + login).body()).contains("zhao@shop.example");
        var changed = browser.post("/console/users/" + login, "name", "Zhao Min", "roles", "viewer");
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(administration.get(login).roles()).containsExactly(Role.VIEWER);
        assertThat(administration.get(login).scope().isAll()).isTrue();
        browser.post("/console/users/" + login + "/disable");
        assertThat(administration.get(login).disabled()).isTrue();
        assertThat(browser.get("/console/users/nobody-of-that-name").statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_may_not_is_told_on_a_page_in_their_language() {
        Browser browser = signedIn(user(Role.AGENT));
        var page = browser.get("/console/users");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("You are not permitted", "users.manage");
        browser.get("/console/account");
        browser.post("/console/account/language", "language", "zh");
        assertThat(browser.get("/console/users").body()).contains("您没有查看权限", "users.manage");
    }

    private static java.net.http.HttpResponse<String> change(Browser browser, String before, String after) {
        return browser.post("/console/account/password", "before", before, "after", after, "again", after);
    }

    private static String code(AuthenticatorSecret secret, int later) {
        return OneTimeCodes.at(secret, Instant.now().plusSeconds(later));
    }
}
