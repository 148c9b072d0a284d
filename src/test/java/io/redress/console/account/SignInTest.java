package io.redress.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.permission.Role;
import io.redress.user.User;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

public class SignInTest extends PeopleHub {

    @Test
    void a_user_signs_in_sees_their_account_and_signs_out() {
        User user = user(Role.AGENT);
        Browser browser = browser();
        var first = browser.get("/console/account");
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location").orElse(""))
                .endsWith("/console/login?next=%2Fconsole%2Faccount");
        browser.get("/console/login?next=%2Fconsole%2Faccount");
        var in = browser.post("/console/login", "login", user.login().toUpperCase(), "password", PASSWORD);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);

        var page = browser.get("/console/account");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Wang Li", "Agent", "this one").doesNotContain("href=\"/console/users\"");
        assertThat(users.find(user.id()).orElseThrow().lastSignIn()).isNotNull();

        assertThat(browser.post("/console/logout").statusCode()).isEqualTo(302);
        assertThat(browser.get("/console/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void an_unknown_login_a_wrong_password_and_a_disabled_user_are_answered_alike() {
        User user = user(Role.AGENT);
        User disabled = user(Role.AGENT);
        administration.disable(disabled.login(), true, "test");
        var answers = List.of(
                browser().signIn("nobody-of-that-name", PASSWORD),
                browser().signIn("not a login <b>", PASSWORD),
                browser().signIn(user.login(), "wrong"),
                browser().signIn(user.login(), "x".repeat(100_000)),
                browser().signIn(disabled.login(), PASSWORD));
        for (var answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("That is not right.").doesNotContain("<b>", PASSWORD);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("redress-session");
        }
    }

    @Test
    void a_session_has_another_id_after_each_step_and_none_before_the_first() {
        User user = user(Role.AGENT);
        Browser browser = browser();
        browser.get("/console/login");
        assertThat(browser.cookie("redress-session")).isEmpty();
        Browser attacker = signedIn(user(Role.VIEWER));
        String fixed = attacker.cookie("redress-session").orElseThrow();
        browser.setCookie("redress-session", fixed);
        browser.get("/console/login?lang=en");
        browser.post("/console/login", "login", user.login(), "password", PASSWORD);
        assertThat(browser.cookie("redress-session")).isPresent().get().isNotEqualTo(fixed);
        assertThat(browser.get("/api/me").body()).contains(user.login());
        assertThat(attacker.get("/api/me").body()).doesNotContain(user.login());
    }

    @Test
    void cookies_are_for_this_host_and_no_script() {
        User user = user(Role.AGENT);
        Browser browser = browser();
        browser.get("/console/login");
        var in = browser.post("/console/login", "login", user.login(), "password", PASSWORD);
        var session = in.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("redress-session="))
                .findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain", "Max-Age");
    }

    @Test
    void pages_load_nothing_from_elsewhere_and_are_not_kept() {
        var page = browser().get("/console/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'none'",
                        "style-src 'self'",
                        "script-src 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script", " style=", "<style");
    }

    @Test
    void the_page_speaks_the_language_of_the_browser_or_the_one_that_was_chosen() {
        Browser browser = browser();
        assertThat(browser.get("/console/login").body()).contains("lang=\"en\"", "Sign in");
        assertThat(browser.send(HttpRequest.newBuilder(browser.request("/console/login")
                                        .build()
                                        .uri())
                                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"))
                        .body())
                .contains("lang=\"zh-CN\"", "登录");
        assertThat(Browser.location(browser.get("/console/login?lang=zh-CN"))).isEqualTo("/console/login");
        assertThat(browser.get("/console/login").body()).contains("登录");
    }

    @Test
    void without_a_language_of_the_browser_all_pages_speak_the_same_one() {
        Browser browser = browser();
        var first = browser.request("/console/login").build().uri();
        assertThat(browser.send(HttpRequest.newBuilder(first)).body()).contains("<html lang=\"en\">");
        browser.signIn(user(Role.AGENT).login(), PASSWORD);
        for (String page : List.of("/console/account", "/console/tickets")) {
            var uri = browser.request(page).build().uri();
            assertThat(browser.send(HttpRequest.newBuilder(uri)).body()).contains("<html lang=\"en\">");
        }
    }

    @Test
    void a_failed_sign_in_keeps_the_wish_when_the_language_is_changed() {
        Browser browser = browser();
        browser.get("/console/login?next=%2Fconsole%2Fitems");
        var answer = browser.post("/console/login", "login", "nobody", "password", "wrong", "next", "/console/items");
        assertThat(answer.body()).contains("href=\"/console/login?next=%2Fconsole%2Fitems&amp;lang=zh-CN\"");
    }

    @Test
    void who_is_not_signed_in_sees_no_menu_and_whoever_is_does() {
        assertThat(browser().get("/console/login").body())
                .doesNotContain("<nav", "role=\"search\"", "href=\"/console/tickets\"");
        assertThat(signedIn(user(Role.AGENT)).get("/console/account").body())
                .contains("<nav", "role=\"search\"", "href=\"/console/tickets\"", "action=\"/console/logout\"");
    }

    @Test
    void signing_in_takes_the_user_s_language() {
        User user = user(Role.AGENT);
        Browser first = signedIn(user);
        first.get("/console/account");
        first.post("/console/account/language", "language", "zh");
        assertThat(first.get("/console/account").body()).contains("我的账户");
        assertThat(signedIn(user).get("/console/tickets").body()).contains("<html lang=\"zh-CN\">");
        first.post("/console/account/language", "language", "");
        assertThat(first.get("/console/account").body()).contains("<html lang=\"en\">", "Your account");
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        User user = user(Role.AGENT);
        Browser browser = browser();
        browser.get("/console/login");
        browser.setToken("forged");
        var answer = browser.post("/console/login", "login", user.login(), "password", PASSWORD);
        assertThat(Browser.location(answer)).isEqualTo("/console/login");
        assertThat(browser.cookie("redress-session")).isEmpty();

        Browser in = signedIn(user);
        in.setToken("forged");
        assertThat(Browser.location(in.post("/console/account/end-sessions"))).isEqualTo("/console/login");
        assertThat(users.find(user.id()).orElseThrow().sessionEpoch()).isEqualTo(user.sessionEpoch());
    }

    @Test
    void only_pages_of_the_console_are_gone_on_to() {
        User user = user(Role.AGENT);
        for (String next : List.of(
                "https://evil.example/",
                "//evil.example",
                "/console//evil.example",
                "/console/../api/me",
                "/console/login",
                "/console\\evil",
                "javascript:alert(1)",
                "/console/account\r\nX: y")) {
            Browser browser = browser();
            browser.get("/console/login");
            var answer = browser.post("/console/login", "login", user.login(), "password", PASSWORD, "next", next);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(next)
                    .endsWith("/console");
        }
        assertThat(NextPage.of("/console/tickets/R-260701-7K9Q2M?x=a%20b&y=1"))
                .isEqualTo("/console/tickets/R-260701-7K9Q2M?x=a%20b&y=1");
        assertThat(NextPage.of("/console")).isEqualTo("/console");
    }

    @Test
    void whoever_guesses_waits_and_is_let_in_afterwards() {
        User user = user(Role.AGENT);
        for (int n = 0; n < 5; n++) {
            assertThat(browser().signIn(user.login(), "guess " + n).statusCode())
                    .isEqualTo(401);
        }
        jdbc.sql("update sign_in_try set blocked_until = now() + interval '1 minute' where blocked_until is not null")
                .update();
        var answer = browser().signIn(user.login(), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(50L, 60L);
        assertThat(answer.body()).contains("Too many tries");
        jdbc.sql("update sign_in_try set blocked_until = now() where blocked_until is not null")
                .update();
        signedIn(user);
        assertThat(jdbc.sql("select max(failures) from sign_in_try where failures < 5")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_password_that_somebody_else_made_is_changed_first_and_does_not_open_for_ever() {
        User user = user(Role.AGENT);
        String given = administration.resetPassword(user.login(), "test").password();
        Browser browser = browser();
        assertThat(Browser.location(browser.signIn(user.login(), given))).isEqualTo("/console/login/password");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(Browser.location(browser.get("/console/account"))).isEqualTo("/console/login/password");
        assertThat(browser.get("/console/login/password").statusCode()).isEqualTo(200);
        assertThat(browser.post("/console/login/password", "before", given, "after", "short", "again", "short")
                        .body())
                .contains("shorter than 12");
        assertThat(browser.post("/console/login/password", "before", given, "after", PASSWORD, "again", "other")
                        .body())
                .contains("differ");
        var changed = browser.post("/console/login/password", "before", given, "after", PASSWORD, "again", PASSWORD);
        assertThat(Browser.location(changed)).as(changed.body()).isEqualTo("/console");
        assertThat(browser.get("/console/account").statusCode()).isEqualTo(200);
        assertThat(browser().signIn(user.login(), given).statusCode()).isEqualTo(401);

        String late = administration.resetPassword(user.login(), "test").password();
        jdbc.sql("update hub_user set password_set_at = now() - interval '8 days' where id = ?")
                .param(user.id())
                .update();
        assertThat(browser().signIn(user.login(), late).statusCode()).isEqualTo(401);
    }
}
