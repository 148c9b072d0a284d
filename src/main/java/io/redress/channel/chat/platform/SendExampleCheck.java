package io.redress.channel.chat.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.Quoted;
import io.redress.channel.chat.platform.outbound.OutboundMessage;
import io.redress.channel.chat.platform.outbound.PlatformClient;
import io.redress.configfile.Finding;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.reply.ReplyRefused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tries an example of a message to a customer: the request that it gives, and what the platform's answers mean. */
record SendExampleCheck(Platform platform) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a token stands for in examples. */
    private static final String TOKEN = "example-token";

    private static final String ID = "0197c0de-0000-7000-8000-000000000001";

    List<Finding> findings(SendExample example) {
        Map<String, String> settings = new HashMap<>();
        platform.settings().forEach((name, setting) -> {
            if (setting.defaultValue() != null) {
                settings.put(name, setting.defaultValue());
            }
        });
        settings.putAll(example.settings());
        Clock clock = Clock.fixed(example.at(), ZoneOffset.UTC);
        var client = new PlatformClient(platform.outbound().withFixedToken(TOKEN), settings, List.of(), clock);
        DialogueRequest request;
        try {
            request = client.send(new OutboundMessage(
                            ID,
                            ID.replace("-", ""),
                            example.account(),
                            example.customer(),
                            example.text(),
                            example.template(),
                            example.facts()))
                    .getRequest();
        } catch (ReplyRefused e) {
            return List.of(example.place()
                    .finding(String.valueOf(e.getMessage()), "change the platform's file or the example"));
        }
        var findings = new ArrayList<Finding>();
        compare(example, "the request", example.request(), address(request), findings, "request");
        example.headers()
                .forEach((name, expected) -> compare(
                        example,
                        "header " + name,
                        expected,
                        Objects.requireNonNullElse(request.headers().get(name), ""),
                        findings,
                        "headers",
                        name));
        JsonNode json = example.json();
        if (json != null) {
            compare(example, "the body", json.toString(), json(request.body()), findings, "json");
        }
        for (int at = 0; at < example.answers().size(); at++) {
            meaning(example, client, at, findings);
        }
        if (example.body() != null) {
            compare(
                    example,
                    "the body",
                    example.body(),
                    Objects.requireNonNullElse(request.body(), ""),
                    findings,
                    "body");
        }
        return findings;
    }

    private static String address(DialogueRequest request) {
        return request.method() + " " + request.url() + (request.query() == null ? "" : "?" + request.query());
    }

    private static String json(@Nullable String body) {
        try {
            return body == null ? "" : JSON.readTree(body).toString();
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private static void meaning(SendExample example, PlatformClient client, int at, List<Finding> findings) {
        SendExample.Answer answer = example.answers().get(at);
        var response = new DialogueResponse(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8), null);
        String means = client.meaning(response).key();
        compare(
                example,
                "the answer " + answer.status() + " " + answer.body(),
                answer.means(),
                means,
                findings,
                "responses",
                at);
        if (answer.messageId() != null) {
            compare(
                    example,
                    "the message's id in " + answer.body(),
                    answer.messageId(),
                    Objects.requireNonNullElse(client.messageId(response), ""),
                    findings,
                    "responses",
                    at);
        }
    }

    private static void compare(
            SendExample example, String what, String expected, String given, List<Finding> findings, Object... below) {
        if (!expected.equals(given)) {
            findings.add(example.place()
                    .finding(
                            what + " is " + Quoted.of(given) + ", not " + Quoted.of(expected),
                            "change the platform's file or the example",
                            below));
        }
    }
}
