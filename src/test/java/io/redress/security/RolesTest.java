package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.account.Browser;
import io.redress.console.account.PeopleHub;
import io.redress.permission.RequiresPermission;
import io.redress.permission.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation that the hub has, by each role. An operation of the API that may be done is stopped by a parameter that it does
 * not have, so that nothing happens.
 */
public class RolesTest extends PeopleHub {

    private static final Set<String> WITHOUT = Set.of(
            "/api/openapi.json",
            "/api/openapi.json.yaml",
            "/api/my/tickets",
            "/console/login",
            "/console/login/code",
            "/console/login/oidc/{provider}",
            "/console/login/password",
            "/console/login/second-factor",
            "/console/logout");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** @param required null: every actor may */
    private record Operation(
            String method, String path, @Nullable RequiresPermission required) {

        boolean isPage() {
            return path.startsWith("/console");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void each_role_may_do_what_its_permissions_say_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Browser browser = signedIn(user(role));
            browser.get("/console/account");
            for (Operation one : operations()) {
                boolean may = one.required() == null
                        || role.permissions().contains(one.required().value());
                if (may && one.isPage() && one.changes()) {
                    continue; // would do it
                }
                HttpResponse<String> answer = ask(browser, one);
                if ((answer.statusCode() == 403) == may) {
                    wrong.add(role.key() + ": " + one + " " + answer.statusCode());
                }
                if (!may && one.required() != null) {
                    boolean html = answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("text/html");
                    boolean said = answer.body().contains(one.required().value().key());
                    if (!said || html != one.isPage()) {
                        wrong.add(role.key() + ": " + one + " answers " + answer.body());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void who_sees_some_tickets_only_is_refused_where_all_are_concerned() {
        Browser browser = signedIn(user(Set.of("logistics"), Role.ADMINISTRATOR));
        browser.get("/console/account");
        List<String> wrong = new ArrayList<>();
        for (Operation one : operations()) {
            boolean may = one.required() == null || one.required().scoped();
            if (may && one.isPage() && one.changes()) {
                continue;
            }
            int status = ask(browser, one).statusCode();
            if ((status == 403) == may) {
                wrong.add(one + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(403);
    }

    @Test
    void strangers_and_those_whose_session_has_ended_may_nothing() {
        Browser stranger = browser();
        stranger.get("/console/login");
        Browser expired = signedIn(user(Role.ADMINISTRATOR));
        expired.get("/console/account");
        jdbc.sql("update console_session set expiry_time = 0, last_access_time = 0")
                .update();
        for (Browser browser : List.of(stranger, expired)) {
            List<String> wrong = new ArrayList<>();
            for (Operation one : operations()) {
                HttpResponse<String> answer = ask(browser, one);
                boolean refused = one.isPage()
                        ? answer.statusCode() == 302 && Browser.location(answer).equals("/console/login")
                        : answer.statusCode() == 401;
                if (!refused) {
                    wrong.add(one + " " + answer.statusCode());
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void without_its_token_a_session_changes_nothing_whatever_other_header_comes_along() {
        Browser browser = signedIn(user(Role.ADMINISTRATOR));
        for (Operation one : operations()) {
            if (one.changes() && !one.isPage()) {
                for (String authorization : List.of("", "Basic YTpi")) {
                    HttpRequest.Builder request = request(browser, one);
                    request.setHeader("X-CSRF-TOKEN", "forged");
                    if (!authorization.isEmpty()) {
                        request.setHeader("Authorization", authorization);
                    }
                    HttpResponse<String> answer = browser.send(request);
                    assertThat(answer.statusCode()).as(one.toString()).isEqualTo(403);
                    assertThat(answer.body()).contains("X-CSRF-TOKEN");
                }
            }
        }
    }

    private HttpResponse<String> ask(Browser browser, Operation one) {
        return browser.send(request(browser, one));
    }

    private static HttpRequest.Builder request(Browser browser, Operation one) {
        HttpRequest.Builder request = browser.request(one.path() + "?no-such-parameter=x")
                .header("X-CSRF-TOKEN", browser.token())
                .header("Content-Type", one.isPage() ? "application/x-www-form-urlencoded" : "application/json");
        return one.changes()
                ? request.method(one.method(), HttpRequest.BodyPublishers.ofString(one.isPage() ? "" : "{}"))
                : request;
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String path : new TreeSet<>(info.getPatternValues())) {
                if ((path.startsWith("/api/") || path.startsWith("/console")) && !WITHOUT.contains(path)) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    assertThat(methods).as(path).isNotEmpty();
                    methods.forEach(method -> all.add(operation(method, path, handler)));
                }
            }
        });
        assertThat(all).hasSizeGreaterThan(60);
        return all;
    }

    private static Operation operation(RequestMethod method, String path, HandlerMethod handler) {
        String real = path.replace("{number}", "R-260701-7K9Q2M").replaceAll("\\{[^}]*}", "nobody-of-that-name");
        return new Operation(method.name(), real, PermissionInterceptor.required(handler));
    }
}
