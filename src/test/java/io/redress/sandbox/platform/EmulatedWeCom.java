package io.redress.sandbox.platform;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** WeCom, an own app (developer.work.weixin.qq.com, documents 90236 and 90239). */
public final class EmulatedWeCom extends EmulatedWeChat {

    public EmulatedWeCom(int port) {
        super("wecom", port, "ww5a9d0b0x0sandbox");
    }

    @Override
    public Map<String, String> settings() {
        return with(
                Map.of("corp-id", "ww5a9d0b0x0sandbox", "agent-id", "218", "secret", "sandbox-only-app-secret"), url());
    }

    @Override
    protected boolean isForToken(Asked asked) {
        return asked.path().equals("/cgi-bin/gettoken")
                && "sandbox-only-app-secret".equals(asked.query().get("corpsecret"));
    }

    @Override
    boolean isSend(Asked asked) {
        return asked.path().equals("/cgi-bin/message/send");
    }

    @Override
    Answer message(Asked asked) {
        String text = asked.json().at("/text/content").asText();
        if (text.getBytes(StandardCharsets.UTF_8).length > 2048
                || !asked.json().path("agentid").isInt()) {
            return Answer.json(200, "{\"errcode\":40058,\"errmsg\":\"invalid Request Parameter\"}");
        }
        take(asked.json().path("touser").asText(), text);
        return ok(",\"msgid\":\"m" + sent().size() + "\"");
    }
}
