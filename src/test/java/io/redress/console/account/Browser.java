package io.redress.console.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, sends forms with the token of the page before, shows redirects. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI hub;
    private String token = "";

    public Browser(int port) {
        hub = URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** @param fields name, value, name, value … */
    public HttpResponse<String> post(String path, String... fields) {
        var form = new StringBuilder("_csrf=" + encoded(token));
        for (int n = 0; n < fields.length; n += 2) {
            form.append('&').append(fields[n]).append('=').append(encoded(fields[n + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).header("Accept-Language", "en");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            TOKEN.matcher(answer.body()).results().findFirst().ifPresent(found -> token = found.group(1));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the last page that had one. */
    public String token() {
        return token;
    }

    public void setToken(String other) {
        token = other;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** All of them, as a request has them. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(hub.getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(hub, cookie);
    }

    public HttpResponse<String> signIn(String login, String password) {
        get("/console/login");
        return post("/console/login", "login", login, "password", password);
    }

    public static String location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("none"))
                .getRawPath();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
