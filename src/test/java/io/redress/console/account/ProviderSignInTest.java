package io.redress.console.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.ReloadableRules;
import io.redress.identity.LoopbackProvider;
import io.redress.identity.SignInRules;
import io.redress.permission.Role;
import io.redress.user.User;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in by a real OpenID provider on loopback, as a browser does it. */
class ProviderSignInTest extends PeopleHub {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static LoopbackProvider provider;

    @Autowired
    ReloadableRules<SignInRules> signInRules;

    private String person;

    @BeforeAll
    static void provider() {
        provider = new LoopbackProvider();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void file() throws IOException {
        person = "person.of.provider" + PEOPLE.incrementAndGet();
        provider.leadsTo(address() + "/console/login/oidc/callback/company");
        configure("everybody", provider.issuer(), """
                complaints-agents: {roles: [agent], teams: [logistics]}
                complaints-leads: {roles: [supervisor]}
                auditors: {roles: [auditor]}
                """);
    }

    @AfterEach
    void noFile() throws IOException {
        Files.deleteIfExists(SIGN_IN);
        taken();
    }

    @Test
    void somebody_new_gets_a_user_with_the_roles_of_their_groups() {
        provider.knows(person, claims(person, "complaints-leads", "unheard-of"));
        Browser mine = browser();

        HttpResponse<String> answer = throughProvider(mine, person, "/console/tickets?status=open");

        assertThat(answer.headers().firstValue("Location")).hasValue(address() + "/console/tickets?status=open");
        assertThat(mine.get("/console/tickets").statusCode()).isEqualTo(200);
        User user = users.find(person).orElseThrow();
        assertThat(user.roles()).containsExactly(Role.SUPERVISOR);
        assertThat(user.scope().isAll()).isTrue();
        assertThat(user.displayName()).isEqualTo("Name of " + person);
        assertThat(user.identity().provider()).isEqualTo("company");
    }

    @Test
    void a_group_s_teams_limit_all_roles_of_its_people() {
        provider.knows(person, claims(person, "complaints-agents", "auditors"));

        throughProvider(browser(), person, "");

        User user = users.find(person).orElseThrow();
        assertThat(user.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.AUDITOR);
        assertThat(user.scope().teams()).containsExactly("logistics");
    }

    @Test
    void roles_follow_the_groups_at_the_next_sign_in() {
        provider.knows(person, claims(person, "complaints-leads"));
        throughProvider(browser(), person, "");
        provider.knows(person, claims(person, "complaints-agents"));

        throughProvider(browser(), person, "");

        assertThat(users.find(person).orElseThrow().roles()).containsExactly(Role.AGENT);
    }

    @Test
    void who_has_left_all_groups_is_told_so_and_their_other_sessions_end() {
        provider.knows(person, claims(person, "complaints-leads"));
        Browser before = browser();
        throughProvider(before, person, "");
        provider.knows(person, claims(person, "unheard-of"));
        Browser now = browser();

        HttpResponse<String> answer = throughProvider(now, person, "");

        assertThat(page(now, answer).statusCode()).isEqualTo(403);
        assertThat(page(now, answer).body()).contains("you are in no group that may use this console");
        assertThat(before.get("/console/tickets").statusCode()).isEqualTo(302);
    }

    @Test
    void somebody_disabled_stays_out() {
        provider.knows(person, claims(person, "complaints-leads"));
        throughProvider(browser(), person, "");
        administration.disable(person, true, "test");
        Browser now = browser();

        HttpResponse<String> answer = throughProvider(now, person, "");

        assertThat(page(now, answer).body()).contains("is disabled");
        assertThat(now.get("/console/tickets").statusCode()).isEqualTo(302);
    }

    @Test
    void nobody_becomes_a_user_with_a_password_by_having_their_name_and_address() {
        User local = user(Role.ADMINISTRATOR);
        users.change(local.id(), one -> one.withName("Wang Li", "wang.li@shop.example"));
        Map<String, Object> claims = Map.of(
                "preferred_username", local.login(),
                "email", "wang.li@shop.example",
                "groups", List.of("complaints-agents"));
        provider.knows(person, claims);

        throughProvider(browser(), person, "");

        assertThat(users.find(local.login()).orElseThrow().identity()).isNull();
        User other = users.find(local.login() + "@company").orElseThrow();
        assertThat(other.roles()).containsExactly(Role.AGENT);
        assertThat(other.id()).isNotEqualTo(local.id());
    }

    @Test
    void an_answer_without_the_cookie_of_its_question_lets_nobody_in() {
        provider.knows(person, claims(person, "complaints-leads"));
        String callback = callback(browser(), person, "");
        Browser stranger = browser();

        HttpResponse<String> answer = stranger.get(callback);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("refused=TOO_LATE"));
        assertThat(stranger.get("/console/tickets").statusCode()).isEqualTo(302);
    }

    @Test
    void an_answer_with_another_state_lets_nobody_in() {
        provider.knows(person, claims(person, "complaints-leads"));
        Browser mine = browser();
        String callback = callback(mine, person, "");

        HttpResponse<String> answer = mine.get(callback.replaceAll("state=[^&]*", "state=forged"));

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("refused=TOO_LATE");
        assertThat(mine.get("/console/tickets").statusCode()).isEqualTo(302);
    }

    @Test
    void an_answer_opens_once() {
        provider.knows(person, claims(person, "complaints-leads"));
        Browser mine = browser();
        String callback = callback(mine, person, "");
        String asked = mine.cookie("redress-sign-in").orElseThrow();
        mine.get(callback);
        Browser thief = browser();
        thief.setCookie("redress-sign-in", asked);

        HttpResponse<String> answer = thief.get(callback);

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("refused=FAILED");
        assertThat(thief.get("/console/tickets").statusCode()).isEqualTo(302);
    }

    @Test
    void a_cookie_that_was_changed_is_none() {
        provider.knows(person, claims(person, "complaints-leads"));
        Browser mine = browser();
        String callback = callback(mine, person, "");
        mine.setCookie(
                "redress-sign-in",
                "A" + mine.cookie("redress-sign-in").orElseThrow().substring(1));

        assertThat(mine.get(callback).headers().firstValue("Location").orElse(""))
                .contains("refused=TOO_LATE");
    }

    @Test
    void nobody_is_led_out_of_the_console_afterwards() {
        provider.knows(person, claims(person, "complaints-leads"));

        HttpResponse<String> answer = throughProvider(browser(), person, "https://evil.example/console");

        assertThat(answer.headers().firstValue("Location")).hasValue(address() + "/console");
    }

    @Test
    void an_address_that_is_too_long_for_a_cookie_keeps_nobody_out() {
        HttpResponse<String> question =
                browser().get("/console/login/oidc/company?next=/console/tickets?q=" + "x".repeat(3_000));

        assertThat(question.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("redress-sign-in="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.length()).isLessThan(4_096));
    }

    @Test
    void the_hub_asks_with_state_nonce_and_pkce() {
        HttpResponse<String> answer = browser().get("/console/login/oidc/company");

        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
    }

    @Test
    void after_an_edit_of_a_provider_its_tokens_are_checked_by_what_the_file_says_now() throws IOException {
        provider.knows(person, claims(person, "complaints-leads"));
        throughProvider(browser(), person, "");
        try (var other = new LoopbackProvider()) {
            other.leadsTo(address() + "/console/login/oidc/callback/company");
            other.knows(person, claims(person, "complaints-leads"));
            configure("everybody", other.issuer(), "complaints-leads: {roles: [supervisor]}\n");
            Browser mine = browser();

            throughProvider(mine, person, "");

            assertThat(mine.get("/console/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_provider_that_is_down_is_told_on_the_page_and_passwords_go_on() throws IOException {
        configure("everybody", "http://127.0.0.1:1", "leads: {roles: [supervisor]}\n");
        Browser mine = browser();

        HttpResponse<String> answer = mine.get("/console/login/oidc/company");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("Company account does not answer just now");
        signedIn(user(Role.AGENT));
    }

    @Test
    void a_provider_that_there_is_not_is_told() {
        HttpResponse<String> answer = browser().get("/console/login/oidc/other");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such way of signing in");
    }

    @Test
    void the_sign_in_page_has_a_button_for_each_provider() {
        assertThat(browser().get("/console/login").body())
                .contains("Sign in with Company account", "href=\"/console/login/oidc/company?next=%2Fconsole\"");
    }

    @Test
    void with_passwords_for_administrators_only_others_need_a_provider() throws IOException {
        configure("administrators", provider.issuer(), "leads: {roles: [supervisor]}\n");
        User agent = user(Role.AGENT);

        assertThat(browser().signIn(agent.login(), PASSWORD).statusCode()).isEqualTo(401);
        signedIn(user(Role.ADMINISTRATOR));
    }

    @Test
    void what_comes_from_the_provider_is_changed_there_alone() {
        provider.knows(person, claims(person, "complaints-leads"));
        throughProvider(browser(), person, "");
        Browser administrator = signedIn(user(Role.ADMINISTRATOR));
        administrator.get("/console/users/" + person);

        var reset = administrator.post("/console/users/" + person + "/reset-password");

        assertThat(reset.statusCode()).isEqualTo(400);
        assertThat(reset.body()).contains("Change it there");
    }

    @Test
    void sign_ins_and_refusals_are_in_the_audit_log() {
        provider.knows(person, claims(person, "complaints-leads"));
        throughProvider(browser(), person, "");
        provider.knows(person, claims(person, "unheard-of"));
        throughProvider(browser(), person, "");

        assertThat(jdbc.sql(
                                "select act || ' ' || outcome || ' ' || coalesce(note, '') from audit_entry where actor = ? order by at")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "account done user-added, roles supervisor",
                        "sign-in done signed-in, by company",
                        "sign-in refused sign-in-refused, by company: no group");
    }

    private static Map<String, Object> claims(String person, String... groups) {
        return Map.of(
                "preferred_username",
                person,
                "name",
                "Name of " + person,
                "email",
                person + "@shop.example",
                "groups",
                List.of(groups));
    }

    /** Up to the hub's own last answer. */
    private HttpResponse<String> throughProvider(Browser mine, String name, String next) {
        HttpResponse<String> answer = mine.get(callback(mine, name, next));
        String to = answer.headers().firstValue("Location").orElse("");
        return to.contains("/console/login?next=") ? mine.get(to) : answer;
    }

    /** The address that the provider leads back to. */
    private String callback(Browser mine, String name, String next) {
        HttpResponse<String> question = mine.get("/console/login/oidc/company?next=" + URLEncoder.encode(next, UTF_8));
        String asked = question.headers().firstValue("Location").orElseThrow();
        var atProvider = new Browser(URI.create(asked).getPort());
        atProvider.post("/login", "username", name, "password", LoopbackProvider.PASSWORD);
        HttpResponse<String> back = atProvider.get(asked);
        String to = back.headers().firstValue("Location").orElse(back.statusCode() + back.body());
        assertThat(to).startsWith(address() + "/console/login/oidc/callback/company?code=");
        return to;
    }

    private HttpResponse<String> page(Browser mine, HttpResponse<String> answer) {
        return mine.get(answer.headers().firstValue("Location").orElseThrow());
    }

    private void configure(String passwords, String issuer, String grants) throws IOException {
        Files.createDirectories(SIGN_IN.getParent());
        Path secret = Files.writeString(SIGN_IN.resolveSibling("provider.secret"), LoopbackProvider.SECRET);
        Files.writeString(
                SIGN_IN,
                """
                passwords: %s
                providers:
                  company:
                    title: Company account
                    issuer: %s
                    client-id: %s
                    client-secret: file:%s
                    grants:
                """.formatted(passwords, issuer, LoopbackProvider.CLIENT, secret.toAbsolutePath()) + grants.indent(6));
        taken();
        assertThat(signInRules.status().findings()).isEmpty();
    }

    /** Two looks in a row see the same. */
    private void taken() {
        signInRules.poll();
        signInRules.poll();
    }
}
