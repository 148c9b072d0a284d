package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.http.UnfinishedPost;
import io.redress.intake.RawMessage;
import io.redress.reply.ChatReply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import io.redress.sandbox.SignedWebhook;
import io.redress.sandbox.WeComPlatform;
import io.redress.sandbox.WeComPlatform.Sent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** WeCom both ways over real HTTP, through its kamelets, with {@link WeComPlatform} at the other end. */
@SpringBootTest(
        classes = ChatHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:src/test/resources/channel/chat/routes/*.camel.yaml",
            "camel.component.kamelet.location=file:routes/kamelets",
            "spring.servlet.multipart.enabled=false",
            "management.endpoint.health.validate-group-membership=false",
            "partner.secret=" + SignedWebhook.SECRET,
            "wecom.secret=a+b/c=",
            "wecom.encoding-aes-key=" + WeComChannelTest.KEY,
            "wecom.token=QDG6eK",
            "wecom.corp-id=wx5823bf96d3bd56c7",
            "wecom.agent-id=218"
        })
class WeComChannelTest {

    static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final WeComPlatform WECOM =
            new WeComPlatform(0, "wx5823bf96d3bd56c7", "a%2Bb%2Fc%3D", "QDG6eK", KEY);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RecordingHandOff handOff;

    @Autowired
    private ProducerTemplate camel;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("wecom.api", WECOM::url);
    }

    @AfterAll
    static void stop() {
        WECOM.close();
    }

    @BeforeEach
    void forget() {
        handOff.forget();
    }

    @Test
    void the_url_check_is_answered_with_the_bare_echo() throws Exception {
        assertThat(WECOM.handshake(hub())).isTrue();
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void the_published_url_check_is_answered_to_the_byte() throws Exception {
        var answer = get(
                "?msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589&nonce=263014780"
                        + "&echostr=P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1616140317555161061");
    }

    @Test
    void a_wrong_url_check_is_refused() throws Exception {
        var answer = get("?msg_signature=0&timestamp=1409659589&nonce=263014780&echostr=P9nAzCzy");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(get("").statusCode()).isEqualTo(401);
    }

    @Test
    void a_members_message_is_handed_off_in_clear_and_answered_with_nothing() throws Exception {
        assertThat(says(WECOM, "zhangsan", "水管漏水")).isEqualTo(200);

        RawMessage raw = handOff.handedOff().get(0);
        assertThat(raw.format()).isEqualTo("chat");
        assertThat(raw.sourceKey()).isEqualTo("1");
        assertThat(raw.attributes()).containsEntry("quiet-time", "PT2M");
        assertThat(new String(raw.original().inline(), StandardCharsets.UTF_8))
                .startsWith("<xml><FromUserName>")
                .contains("<FromUserName><![CDATA[zhangsan]]>", "水管漏水");
    }

    @Test
    void a_callback_signed_by_nobody_we_know_is_refused() throws Exception {
        try (var stranger = new WeComPlatform(0, "wx5823bf96d3bd56c7", "x", "another", KEY)) {
            assertThat(says(stranger, "zhangsan", "漏水")).isEqualTo(401);
        }
        try (var stranger = new WeComPlatform(0, "ww1", "x", "QDG6eK", KEY)) {
            assertThat(says(stranger, "zhangsan", "漏水")).as("another company").isEqualTo(401);
        }
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void hostile_or_huge_xml_is_refused_before_anything_else() throws Exception {
        assertThat(post("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>"))
                .isEqualTo(401);
        assertThat(post("<xml>" + "<a>".repeat(10_000))).isEqualTo(401);
        assertThat(post("no xml")).isEqualTo(401);
        assertThat(post("<xml><Encrypt>" + "A".repeat(70_000) + "</Encrypt></xml>"))
                .isEqualTo(413);
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void a_call_above_the_limit_is_refused_before_its_end() throws Exception {
        String path = hub().getPath() + "?msg_signature=0&timestamp=0&nonce=0";
        assertThat(UnfinishedPost.status(port, path, 70_000, "Content-Type: text/xml"))
                .isEqualTo(413);
    }

    @Test
    void wecom_is_asked_to_call_again_when_the_broker_is_away() throws Exception {
        handOff.breakDown();
        assertThat(says(WECOM, "zhangsan", "漏水")).isEqualTo(503);
    }

    @Test
    void a_reply_reaches_the_member_and_the_token_is_fetched_once() {
        int before = WECOM.tokensGiven();
        reply("wecom:lisi", "已受理，工单号 R-261122-ABCDEF");
        reply("wecom:lisi", "处理中");
        assertThat(WECOM.sent()).endsWith(new Sent("lisi", "已受理，工单号 R-261122-ABCDEF"), new Sent("lisi", "处理中"));
        assertThat(WECOM.tokensGiven() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void a_token_that_ended_is_renewed_within_the_same_reply() {
        reply("wecom:wang", "一");
        WECOM.endTokens();
        reply("wecom:wang", "二");
        assertThat(WECOM.sent()).endsWith(new Sent("wang", "一"), new Sent("wang", "二"));
    }

    @Test
    void a_long_reply_is_cut_on_a_character() {
        reply("wecom:zhao", "很".repeat(900));
        assertThat(WECOM.sent()).endsWith(new Sent("zhao", "很".repeat(681) + "…"));
    }

    @Test
    void an_error_in_a_200_is_an_error_and_says_whether_to_try_again() {
        WECOM.answerNext("{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        assertThatThrownBy(() -> reply("wecom:qian", "一")).hasCauseInstanceOf(ReplyDelayed.class);
        WECOM.answerNext("{\"errcode\":81013,\"errmsg\":\"user & party & tag all invalid\"}");
        assertThatThrownBy(() -> reply("wecom:qian", "一")).hasCauseInstanceOf(ReplyRefused.class);
        WECOM.answerNext("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"qian\"}");
        assertThatThrownBy(() -> reply("wecom:qian", "一")).hasCauseInstanceOf(ReplyRefused.class);
        WECOM.answerNext("[]");
        assertThatThrownBy(() -> reply("wecom:qian", "一")).hasCauseInstanceOf(ReplyDelayed.class);
        assertThat(WECOM.sent()).extracting(Sent::member).doesNotContain("qian");
    }

    @Test
    void nobody_is_addressed_but_one_member() {
        for (String handle : new String[] {"wecom:@all", "wecom:a|b", "wecom:", "line:U1", ""}) {
            assertThatThrownBy(() -> reply(handle, "一")).as(handle).hasCauseInstanceOf(ReplyRefused.class);
        }
    }

    private void reply(String handle, String text) throws CamelExecutionException {
        camel.sendBody("direct:wecom-reply", new ChatReply("id", handle, text));
    }

    private int says(WeComPlatform platform, String member, String text) {
        return platform.callback(hub(), """
                <xml><FromUserName><![CDATA[%s]]></FromUserName><CreateTime>1700000000</CreateTime>\
                <MsgType>text</MsgType><Content><![CDATA[%s]]></Content><MsgId>1</MsgId></xml>""".formatted(member, text));
    }

    private int post(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(hub() + "?msg_signature=0&timestamp=0&nonce=0"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> get(String query) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(hub() + query)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI hub() {
        return URI.create("http://localhost:" + port + "/webhooks/wecom");
    }
}
