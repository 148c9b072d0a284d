package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** WeChat customer service (documents 94670 and 94677): a request says only that there are messages. */
public final class EmulatedKf extends EmulatedWeChat {

    private static final int PAGE = 20;

    private final AtomicReference<Runnable> secondPage = new AtomicReference<>();
    private final List<Said> kept = new CopyOnWriteArrayList<>();

    public EmulatedKf(int port) {
        super("kf", port, "ww5a9d0b0x0sandbox");
    }

    @Override
    public Map<String, String> settings() {
        return with(Map.of("corp-id", "ww5a9d0b0x0sandbox", "secret", "sandbox-kf-secret"), url());
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        kept.addAll(said);
        return callback(hub, """
                <xml><ToUserName><![CDATA[ww]]></ToUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType>\
                <Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[permit-1]]></Token><OpenKfId><![CDATA[wk1]]></OpenKfId></xml>""");
    }

    /** Messages come without a request, as when it was lost. */
    public void keep(Said... said) {
        kept.addAll(List.of(said));
    }

    /** Does something, once, before the second page is given. */
    public void whenSecondPageIsAsked(Runnable action) {
        secondPage.set(action);
    }

    /** Begins anew, for the next test. */
    public void forget() {
        kept.clear();
    }

    @Override
    protected boolean isForToken(Asked asked) {
        return asked.path().equals("/cgi-bin/gettoken");
    }

    @Override
    boolean isSend(Asked asked) {
        return asked.path().equals("/cgi-bin/kf/send_msg") || asked.path().equals("/cgi-bin/kf/sync_msg");
    }

    @Override
    Answer message(Asked asked) {
        if (asked.path().equals("/cgi-bin/kf/send_msg")) {
            take(
                    asked.json().path("msgid").asText(),
                    asked.json().path("touser").asText(),
                    asked.json().at("/text/content").asText());
            return ok(",\"msgid\":\"out\"");
        }
        String cursor = asked.json().path("cursor").asText("");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(1));
        Runnable action = from == PAGE ? secondPage.getAndSet(null) : null;
        if (action != null) {
            action.run();
        }
        int to = Math.min(from + PAGE, kept.size());
        String items = kept.subList(from, to).stream().map(EmulatedKf::item).collect(Collectors.joining(","));
        return ok(",\"next_cursor\":\"c" + to + "\",\"has_more\":" + (to < kept.size() ? 1 : 0) + ",\"msg_list\":["
                + items + "]");
    }

    private static String item(Said said) {
        String content = said.photo().isEmpty()
                ? "\"msgtype\":\"text\",\"text\":{\"content\":" + quoted(said.text()) + "}"
                : "\"msgtype\":\"image\",\"image\":{\"media_id\":\"" + said.photo() + "\"}";
        return "{\"msgid\":\"" + said.id() + "\",\"open_kfid\":\"wk1\",\"external_userid\":\"" + said.customer()
                + "\",\"send_time\":" + said.at().getEpochSecond() + ",\"origin\":3," + content + "}";
    }
}
