package io.redress.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What is sent: the seeds of the fuzz tests broken at random, and what was made to break a hub. */
final class FuzzInputs {

    private static final Path SEEDS = Path.of("src/test/resources/io/redress/fuzz");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded; charset=gbk",
            "multipart/form-data; boundary=X",
            "multipart/form-data",
            "text/plain",
            "application/json; charset=\"no such\"",
            "application/x-www-form-urlencoded; charset=x-jisautodetect");

    static final List<String> PATHS = List.of(
            "/api/tickets?q=%00",
            "/api/tickets?q=%F0%28",
            "/api/tickets?size=-1",
            "/api/tickets?size=99999999999",
            "/api/tickets?cursor=%00",
            "/api/tickets?from=-999999999-01-01T00:00:00Z",
            "/api/tickets?to=%2B999999999-12-31T23:59:59Z",
            "/api/tickets/%00",
            "/api/tickets/R-261124-7K9Q2M%00/deadlines",
            "/api/items?sourceKey=%00",
            "/api/items?channel=%00&state=none",
            "/api/items?from=%2B999999999-12-31T23:59:59Z",
            "/api/items?cursor=AAAA",
            "/api/items/%00/original",
            "/api/items/../../etc/passwd",
            "/api/callbacks?state=%00",
            "/api/callbacks/%00",
            "/api/surveys?cursor=%00",
            "/api/surveys/%00",
            "/api/figures?from=-999999999-01-01",
            "/api/figures?from=%00&by=%00",
            "/tickets/R-261124-7K9Q2M?t=%00",
            "/tickets/%00?t=x",
            "/tickets/R-261124-7K9Q2M/callback?t=%00",
            "/surveys/%00",
            "/surveys/%00/opt-out",
            "/complaints/new?lang=%00",
            "/?%00=%25");

    static final List<String> POSTS = List.of(
            "/api/tickets/R-261124-7K9Q2M/updates",
            "/api/tickets/%00/updates",
            "/api/callbacks/0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70/outcomes",
            "/api/surveys/0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70/answers",
            "/api/surveys/opt-outs",
            "/api/items/%00/replay",
            "/api/queues/%00/replay",
            "/surveys/x",
            "/tickets/R-261124-7K9Q2M/callback");

    static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{",
            "[".repeat(100_000),
            "{\"id\":\"u\\u00001\",\"ticket\":\"R-261124-7K9Q2M\",\"kind\":\"solved\"}",
            "{\"id\":\"u1\",\"kind\":\"answered\",\"note\":\"\\u0000\",\"by\":\"\\u0000\"}",
            "{\"id\":\"u2\",\"kind\":\"answered\",\"at\":\"-999999999-01-01T00:00:00Z\"}",
            "{\"id\":\"u3\",\"kind\":\"answered\",\"at\":1e999999999}",
            "{\"id\":\"u3\",\"kind\":\"answered\",\"at\":1e9999999999}",
            "{\"id\":\"u4\",\"kind\":\"assigned\",\"owner\":\"" + "x".repeat(1_000_000) + "\"}",
            "{\"id\":\"r1\",\"callback\":\"0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70\",\"outcome\":\"no-answer\",\"note\":\"\\u0000\"}",
            "{\"score\":1e999999999,\"answers\":{\"\\u0000\":\"\\u0000\"},\"address\":\"\\u0000\",\"email\":\"\\u0000\"}");

    private FuzzInputs() {}

    record Post(String type, byte[] body) {}

    record Named(String name, byte[] content) {}

    static List<Post> forms(Mutations mutations, int count) throws IOException {
        List<Post> posts = new ArrayList<>();
        for (byte[] seed : mutations.many(count, seeds("FormFuzzTest"))) {
            String text = new String(seed, Charset.forName("ISO-8859-1"));
            int end = Math.max(0, text.indexOf('\n'));
            String type = text.substring(0, end).replaceAll("[^ -~]", "");
            byte[] body = text.substring(end).getBytes(Charset.forName("ISO-8859-1"));
            posts.add(new Post(type.isBlank() ? mutations.one(TYPES) : type, body));
        }
        String many = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(50_000) + "--X--";
        posts.add(new Post("application/json", "[".repeat(1_000_000).getBytes(UTF_8)));
        posts.add(new Post("application/json", ("{\"a\":" + "{\"a\":".repeat(500_000)).getBytes(UTF_8)));
        posts.add(new Post("application/json", new byte[30_000_000]));
        posts.add(new Post(
                "application/x-www-form-urlencoded", "a=b&".repeat(6_000_000).getBytes(UTF_8)));
        posts.add(new Post("multipart/form-data; boundary=X", many.getBytes(UTF_8)));
        posts.add(new Post(
                "multipart/form-data; boundary=X", "--X\r\n".repeat(3_000_000).getBytes(UTF_8)));
        return posts;
    }

    static List<byte[]> webhooks(Mutations mutations, int count) throws IOException {
        List<byte[]> bodies = mutations.many(count, seeds("WebhookFuzzTest"));
        bodies.addAll(List.of(seeds("WebhookFuzzTest")));
        bodies.add("[".repeat(1_000_000).getBytes(UTF_8));
        bodies.add(new byte[20_000_000]);
        var wide = new StringBuilder("{\"data\":{\"text\":\"x\"");
        for (int i = 0; i < 20_000; i++) {
            wide.append(",\"").append(i).append("x".repeat(30)).append("\":1e").append(i);
        }
        bodies.add(wide.append("}}").toString().getBytes(UTF_8));
        return bodies;
    }

    static List<byte[]> wecom(Mutations mutations, int count) throws IOException {
        List<byte[]> bodies = mutations.many(count, seeds("WeComFuzzTest"));
        bodies.add(("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><xml>&b;</xml>")
                .getBytes(UTF_8));
        bodies.add("<a>".repeat(15_000).getBytes(UTF_8));
        bodies.removeIf(body -> body.length > 40_000);
        return bodies;
    }

    static List<byte[]> mails(Mutations mutations, int count) throws IOException {
        String head = "From: li@example.com\r\nTo: complaints@redress.test\r\nSubject: Broken\r\n";
        List<byte[]> mails = mutations.many(count, seeds("MailFuzzTest"));
        mails.removeIf(bytes -> bytes.length == 0);
        for (String hostile : List.of(
                "Content-Type: text/html\r\n\r\nHello " + "<blockquote type=cite>".repeat(180_000),
                "Content-Type: message/rfc822\r\n\r\nFrom: a@example.com\r\n".repeat(60)
                        + "Content-Type: application/octet-stream\r\n\r\n" + "photo".repeat(4_000_000),
                "\r\nHello " + "> x\r\n".repeat(5_000_000),
                "Content-Type: multipart/mixed; boundary=X\r\n\r\n" + "--X\r\n\r\nHello\r\n".repeat(20_000),
                "X-Long: " + "x".repeat(2_000_000) + "\r\n\r\nHello")) {
            mails.add((head + hostile).getBytes(UTF_8));
        }
        return mails;
    }

    static List<Named> files(Mutations mutations, int count) throws IOException {
        List<Named> files = new ArrayList<>();
        String style = "<xf numFmtId=\"1\"/>";
        List<byte[]> contents = new ArrayList<>(mutations.many(count, seeds("CallFileFuzzTest")));
        contents.addAll(mutations.many(count, new Xlsx().bytes()));
        contents.add(new Xlsx()
                .styles(("<styleSheet>" + style.repeat(3_000_000)).getBytes(UTF_8))
                .bytes());
        contents.add(new Xlsx().sheet(Xlsx.rows("<row>".repeat(2_000_000))).bytes());
        contents.add(new Xlsx()
                .sheet(Xlsx.rows("<row><c><v>" + "9".repeat(100_000_000)))
                .bytes());
        contents.add(new Xlsx()
                .sheet("<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet>&e;</worksheet>"
                        .getBytes(UTF_8))
                .bytes());
        contents.add(("电话,投诉内容\n" + "\"".repeat(5_000_000)).getBytes(UTF_8));
        contents.add(("电话,投诉内容\n" + ",".repeat(5_000_000)).getBytes(UTF_8));
        for (byte[] content : contents) {
            files.add(new Named("broken-" + files.size() + (files.size() % 2 == 0 ? ".csv" : ".xlsx"), content));
        }
        return files;
    }

    static JsonNode json(byte[] body) throws IOException {
        return new ObjectMapper().readTree(body);
    }

    static List<String> sha256OfAll(Message[] messages) throws IOException {
        List<String> all = new ArrayList<>();
        for (Message message : messages) {
            var bytes = new ByteArrayOutputStream();
            try {
                message.writeTo(bytes);
            } catch (MessagingException e) {
                throw new IOException(e);
            }
            all.add(sha256(bytes.toByteArray()));
        }
        return all;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[][] seeds(String test) throws IOException {
        try (Stream<Path> files = Files.walk(SEEDS.resolve(test + "Inputs"))) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all.toArray(new byte[0][]);
        }
    }
}
