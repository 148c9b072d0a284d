package io.redress.pipeline;

import java.util.Map;

/** What channels hand off, as short as it can be. */
final class TestArrivals {

    /** An arrival; {@code content} as the channel's format has it. */
    record Arrival(String channel, String format, Map<String, String> attributes, String content) {}

    private TestArrivals() {}

    static Arrival form(String json) {
        return new Arrival("complaint-form", "web-form", Map.of("content-type", "application/json"), json);
    }

    static Arrival formData(String fields) {
        Map<String, String> attributes = Map.of("content-type", "application/x-www-form-urlencoded");
        return new Arrival("complaint-form", "web-form", attributes, fields);
    }

    static Arrival upload(String fileName, String text) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String file = "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"%s\"\r\n"
                + "Content-Type: text/plain\r\n\r\nhello\r\n--x--\r\n";
        return new Arrival(
                "complaint-form",
                "web-form",
                Map.of("content-type", "multipart/form-data; boundary=x"),
                part.formatted("text", text) + part.formatted("email", "evil@evil.test") + file.formatted(fileName));
    }

    static Arrival webhook(String dataMembers) {
        return new Arrival("partner-webhook", "webhook", Map.of(), "{\"data\":{%s}}".formatted(dataMembers));
    }

    static Arrival callRow(String columns) {
        Map<String, String> attributes = Map.of("mapping", "call-center", "file", "calls.csv", "line", "2");
        return new Arrival("call-center", "call-row", attributes, "{\"columns\":{%s}}".formatted(columns));
    }

    static Arrival weCom(String from, String id, String text) {
        String xml = "<xml><FromUserName>%s</FromUserName><MsgType>text</MsgType><CreateTime>1795000000</CreateTime>"
                + "<MsgId>%s</MsgId><Content>%s</Content></xml>";
        return new Arrival("wecom", "wecom", Map.of("quiet-time", "PT1S"), xml.formatted(from, id, text));
    }

    /** A mail; {@code headers} end with a line break, where there are any. */
    static Arrival mail(String from, String headers, String text) {
        String mail = headers + "From: " + from + "\nTo: complaints@shop.test\n\n" + text + "\n";
        return new Arrival("complaints-mailbox", "email", Map.of(), mail.replace("\n", "\r\n"));
    }
}
