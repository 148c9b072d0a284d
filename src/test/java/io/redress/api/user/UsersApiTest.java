package io.redress.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.cli.CommandRun;
import io.redress.console.account.Browser;
import io.redress.console.account.PeopleHub;
import io.redress.permission.Permission;
import io.redress.permission.Role;
import io.redress.user.User;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class UsersApiTest extends PeopleHub {

    @Test
    void a_user_is_added_listed_changed_and_disabled() throws Exception {
        var added = send("POST", "/api/users", """
                {"login": "Api.User", "name": "Wang Li", "roles": ["agent"], "teams": ["logistics"]}
                """);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode user = read(added);
        assertThat(user.path("login").asText()).isEqualTo("api.user");
        assertThat(user.path("mustChangePassword").asBoolean()).isTrue();
        String password = user.path("password").asText();
        assertThat(Browser.location(browser().signIn("api.user", password))).isEqualTo("/console/login/password");

        assertThat(get("/api/users").body()).contains("api.user").doesNotContain(password, "argon2");
        var changed = send("PATCH", "/api/users/api.user", """
                {"roles": ["viewer", "auditor"], "teams": [], "language": "en"}
                """);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode now = read(get("/api/users/api.user"));
        assertThat(now.path("name").asText()).isEqualTo("Wang Li");
        assertThat(now.path("roles").toString()).isEqualTo("[\"viewer\",\"auditor\"]");
        assertThat(now.path("teams")).isEmpty();
        assertThat(now.has("password")).isFalse();

        assertThat(read(post("/api/users/api.user/disable")).path("disabled").asBoolean())
                .isTrue();
        assertThat(browser().signIn("api.user", password).statusCode()).isEqualTo(401);
        assertThat(read(post("/api/users/api.user/enable")).path("disabled").asBoolean())
                .isFalse();
        String other = read(post("/api/users/api.user/reset-password"))
                .path("password")
                .asText();
        assertThat(browser().signIn("api.user", password).statusCode()).isEqualTo(401);
        assertThat(browser().signIn("api.user", other).statusCode()).isEqualTo(302);
    }

    @Test
    void what_may_not_be_is_answered_with_a_remedy() throws Exception {
        user(Role.AGENT);
        for (String body : new String[] {
            "{\"name\": \"x\", \"roles\": [\"agent\"]}",
            "{\"login\": \"a b\", \"name\": \"x\", \"roles\": [\"agent\"]}",
            "{\"login\": \"system\", \"name\": \"x\", \"roles\": [\"agent\"]}",
            "{\"login\": \"Logistics\", \"name\": \"x\", \"roles\": [\"agent\"]}",
            "{\"login\": \"fine\", \"name\": \"x\"}",
            "{\"login\": \"fine\", \"name\": \"x\", \"roles\": [\"king\"]}",
            "{\"login\": \"fine\", \"name\": \"x\", \"roles\": [null]}",
            "{\"login\": \"fine\", \"name\": \"\", \"roles\": [\"agent\"]}",
            "{\"login\": \"fine\", \"name\": \"x\", \"roles\": [\"agent\"], \"teams\": [\"no-team\"]}",
            "{\"login\": \"fine\", \"name\": \"x\", \"roles\": [\"agent\"], \"mail\": \"not mail\"}",
            "{\"login\": \"fine\", \"name\": \"x\", \"roles\": [\"agent\"], \"language\": \"fr\"}"
        }) {
            var answer = send("POST", "/api/users", body);
            assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
            assertThat(read(answer).path("remedy").asText()).isNotEmpty();
        }
        assertThat(get("/api/users/nobody-of-that-name").statusCode()).isEqualTo(404);
        String there = user(Role.AGENT).login();
        assertThat(send("POST", "/api/users", "{\"login\": \"" + there + "\", \"roles\": [\"agent\"]}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_last_administrator_stays() throws Exception {
        jdbc.sql("update hub_user set disabled = true").update();
        User last = user(Role.ADMINISTRATOR);
        var answer = post("/api/users/" + last.login() + "/disable");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(read(answer).path("detail").asText()).contains("Nobody else");
        assertThat(send("PATCH", "/api/users/" + last.login(), "{\"roles\": [\"agent\"]}")
                        .statusCode())
                .isEqualTo(409);
        Browser browser = signedIn(last);
        browser.get("/console/users/" + last.login());
        assertThat(browser.post("/console/users/" + last.login() + "/disable").body())
                .contains("Nobody else who is enabled");
    }

    @Test
    void the_command_line_adds_the_first_administrator(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        String[] hub = {"--url", address(), "--key-file", key.toString()};
        CommandRun added = user(hub, "add", "wang.li", "--role", "administrator,auditor", "--name", "Wang Li");
        assertThat(added.exitCode()).as(added.err()).isZero();
        String password = added.out().split(": ", 2)[1].lines().findFirst().orElseThrow();
        assertThat(browser().signIn("wang.li", password).statusCode()).isEqualTo(302);
        assertThat(user(hub, "list").out()).contains("wang.li  Wang Li  administrator, auditor");
        assertThat(user(hub, "show", "wang.li").out()).contains("roles: administrator, auditor");
        assertThat(user(hub, "reset-password", "wang.li").out()).contains("Password of wang.li: ");
        user(Role.ADMINISTRATOR);
        assertThat(user(hub, "disable", "wang.li").out()).contains("disabled");
        assertThat(user(hub, "enable", "wang.li").out()).doesNotContain("disabled");
        CommandRun refused = user(hub, "add", "fine", "--role", "king");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("administrator", "→");
    }

    private static CommandRun user(String[] hub, String... args) {
        return CommandRun.of(Stream.of(Stream.of("user"), Stream.of(args), Stream.of(hub))
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    @Test
    void keys_and_users_are_told_who_they_are() throws Exception {
        JsonNode key = read(get("/api/me"));
        assertThat(key.path("kind").asText()).isEqualTo("key");
        assertThat(key.path("permissions")).hasSize(Permission.values().length);
        User user = user(Role.VIEWER);
        JsonNode person = json.readTree(signedIn(user).get("/api/me").body());
        assertThat(person.path("kind").asText()).isEqualTo("person");
        assertThat(person.path("name").asText()).isEqualTo(user.login());
        assertThat(person.path("permissions").toString()).isEqualTo("[\"tickets.read\",\"figures.read\"]");
    }

    @Test
    void a_session_changes_users_by_the_api_with_the_token_of_its_page() {
        Browser browser = signedIn(user(Role.ADMINISTRATOR));
        User other = user(Role.AGENT);
        browser.get("/console/account");
        String path = "/api/users/" + other.login() + "/end-sessions";
        var forged = browser.send(browser.request(path).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(forged.statusCode()).isEqualTo(403);
        var done = browser.send(browser.request(path)
                .header("X-CSRF-TOKEN", browser.token())
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
