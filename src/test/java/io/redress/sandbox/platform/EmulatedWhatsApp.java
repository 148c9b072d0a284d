package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** WhatsApp Cloud API (developers.facebook.com/documentation/business-messaging/whatsapp). */
public final class EmulatedWhatsApp extends EmulatedMeta {

    public EmulatedWhatsApp(int port) {
        super("whatsapp", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("app-secret", SECRET, "verify-token", VERIFY, "access-token", TOKEN, "api", url() + "/v25.0");
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        String contacts = said.stream()
                .map(one -> "{\"wa_id\":\"" + one.customer() + "\",\"profile\":{\"name\":\"Customer " + one.customer()
                        + "\"}}")
                .distinct()
                .collect(Collectors.joining(","));
        String messages = said.stream()
                .map(one -> "{\"from\":\"" + one.customer() + "\",\"id\":\"wamid." + one.id() + "\",\"timestamp\":\""
                        + one.at().getEpochSecond() + "\"," + content(one) + "}")
                .collect(Collectors.joining(","));
        return signed(hub, """
                {"object":"whatsapp_business_account","entry":[{"id":"W1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"phone_number_id":"P1"},"contacts":[%s],"messages":[%s]}}]}]}""".formatted(contacts, messages));
    }

    private static String content(Said said) {
        return said.photo().isEmpty()
                ? "\"type\":\"text\",\"text\":{\"body\":" + quoted(said.text()) + "}"
                : "\"type\":\"image\",\"image\":{\"id\":\"" + said.photo() + "\",\"mime_type\":\"image/png\"}";
    }

    @Override
    protected Answer answer(Asked asked) {
        if (!isAuthorised(asked)) {
            return unauthorised();
        }
        if (asked.path().equals("/v25.0/P1/messages")) {
            take(asked.json().path("to").asText(), asked.json().at("/text/body").asText());
            return Answer.json(200, "{\"messages\":[{\"id\":\"wamid.out" + sent().size() + "\"}]}");
        }
        if (asked.path().startsWith("/media/")) {
            return new Answer(200, PNG);
        }
        return asked.method().equals("GET")
                ? Answer.json(200, "{\"url\":\"" + url() + "/media/1\",\"mime_type\":\"image/png\"}")
                : null;
    }
}
