package io.redress.console;

import io.redress.console.account.PeopleHub;
import io.redress.permission.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;

/** The hub of the operators' side as a browser sees it. */
public abstract class ConsoleHub extends PeopleHub {

    /** Of an administrator who signed in once, by hub. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Tests of users and sessions end those of everybody. */
    @BeforeAll
    static void eachClassSignsInAnew() {
        SESSIONS.clear();
    }

    /** A page in English. */
    protected Document page(String path) {
        return Jsoup.parse(answer(path, "en").body());
    }

    protected HttpResponse<String> answer(String path, String languages) {
        return send(browser(path).header("Accept-Language", languages));
    }

    /** A request of somebody who is signed in. */
    protected HttpRequest.Builder browser(String path) {
        return request(path).header("Cookie", session());
    }

    private String session() {
        return SESSIONS.computeIfAbsent(
                address(), hub -> signedIn(user(Role.ADMINISTRATOR)).cookies());
    }

    /** Sends a form of a page as a browser would, with what a person fills in. */
    protected HttpResponse<String> submit(HttpResponse<String> page, String selector, String... namesAndValues) {
        Element form = Jsoup.parse(page.body()).selectFirst(selector);
        var data = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> data.put(field.attr("name"), field.val()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String body = data.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        return send(browser(form.attr("action"))
                .header("Accept-Language", "en")
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
