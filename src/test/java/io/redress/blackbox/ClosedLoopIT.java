package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.MailServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two complaints followed to their end from outside, in a hub whose clock runs 1,200 times as fast as time. */
class ClosedLoopIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Pattern SURVEY = Pattern.compile("http://[^\\s\"<>]+/surveys/[^\\s\"<>]+?score=5");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Test
    void a_complaint_is_warned_of_solved_called_back_surveyed_and_closed_and_another_reopened_one_level_up()
            throws Exception {
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        try (var mail = new MailServer(smtp, imap);
                var hub = HubProcess.withMailbox(folder, smtp, imap)
                        .set("redress.clock.speed", 1_200)
                        .set("redress.due.period", 200)
                        .set("redress.call-lists.layout", "call-list-zh")
                        .set("redress.call-lists.every", "4h")
                        .set("redress.call-lists.tick", 1_000)) {
            hub.set("redress.public-url", hub.uri("").toString());
            callAroundTheClock();
            hub.start();

            String content = FormSubmission.sent(hub, "li@example.com", "The kettle is broken, it does not heat");
            String angry = FormSubmission.sent(hub, "an@example.com", "The toaster is broken, it does not heat");
            mailed(mail, "li@example.com", content);
            await("a warning").atMost(LONG).until(() -> TicketConsumer.take(hub, "escalations").stream()
                    .anyMatch(news -> news.ticket().path("ticket").asText().equals(content)
                            && news.ticket().path("type").asText().equals("warning")));

            update(hub, content, "{\"id\":\"crm-1\",\"kind\":\"solved\",\"remedy\":\"The kettle was replaced\"}");
            update(hub, angry, "{\"id\":\"crm-2\",\"kind\":\"solved\",\"remedy\":\"The toaster was cleaned\"}");
            assertThat(mailed(mail, "li@example.com", "The kettle was replaced"))
                    .isNotEmpty();

            handBack(hub, content, "已解决");
            handBack(hub, angry, "未解决");
            await("reopened")
                    .atMost(LONG)
                    .until(() -> ticket(hub, angry).path("status").asText().equals("reopened"));
            assertThat(ticket(hub, angry).path("level").asInt()).isEqualTo(1);

            answerSurvey(surveyLink(mailed(mail, "li@example.com", "/surveys/")));
            await("closed")
                    .atMost(LONG)
                    .until(() -> ticket(hub, content).path("status").asText().equals("closed"));
            assertThat(ticket(hub, content).path("history").findValuesAsText("what"))
                    .contains(
                            "received",
                            "acknowledged",
                            "warned",
                            "solved",
                            "callback",
                            "surveyed",
                            "survey answered",
                            "closed");
        }
    }

    /** So that the test does not depend on the hour at which it runs. */
    private void callAroundTheClock() throws IOException {
        Path callbacks = folder.resolve("config/callbacks.yaml");
        Files.writeString(
                callbacks,
                Files.readString(callbacks)
                        .replace("calendar: china", "calendar: always")
                        .replace("hours: 09:00-20:00", "hours: 00:00-23:59")
                        .replace("slot: 30min", "slot: 4h")
                        .replace("after: 24h", "after: 4h"));
        Files.writeString(folder.resolve("config/calendars/always.yaml"), """
                zone: Asia/Shanghai
                hours: {monday: "00:00-24:00", tuesday: "00:00-24:00", wednesday: "00:00-24:00",
                        thursday: "00:00-24:00", friday: "00:00-24:00", saturday: "00:00-24:00", sunday: "00:00-24:00"}
                """);
    }

    private void update(HubProcess hub, String number, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(hub.uri("/api/tickets/" + number + "/updates"))
                        .header("Authorization", "Bearer " + HubProcess.KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode ticket(HubProcess hub, String number) throws IOException {
        return JSON.readTree(hub.api("/tickets/" + number));
    }

    /** The text of a mail to a customer that contains these words. */
    private static String mailed(MailServer mail, String to, String words) {
        return await("mail to " + to + " with " + words)
                .atMost(LONG)
                .until(
                        () -> Stream.of(mail.server().getReceivedMessagesForDomain(to))
                                .map(ClosedLoopIT::text)
                                .filter(text -> text.contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String text(jakarta.mail.internet.MimeMessage message) {
        try {
            var parts = (jakarta.mail.internet.MimeMultipart) message.getContent();
            return message.getSubject() + "\n" + parts.getBodyPart(0).getContent();
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills the ticket's row of the list for the callers in, and hands the list back. */
    private void handBack(HubProcess hub, String number, String result) throws IOException {
        Path list = await("list with " + number)
                .atMost(LONG)
                .until(
                        () -> lists().stream()
                                .filter(file -> row(file, number) != null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Path inbox = Files.createDirectories(hub.folder().resolve("data/inbox/callback-results"));
        Path part = inbox.resolve(number + ".xlsx.part");
        try (Workbook book = read(list);
                OutputStream out = Files.newOutputStream(part)) {
            Row row = row(book.getSheetAt(0), number);
            row.createCell(column(book.getSheetAt(0), "结果")).setCellValue(result);
            book.write(out);
        }
        Files.move(part, inbox.resolve(number + ".xlsx"));
    }

    private List<Path> lists() throws IOException {
        Path outbox = folder.resolve("data/outbox/callbacks");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
    }

    private static Row row(Path list, String number) {
        try (Workbook book = read(list)) {
            return row(book.getSheetAt(0), number);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Workbook read(Path list) throws IOException {
        try (InputStream in = Files.newInputStream(list)) {
            return WorkbookFactory.create(in);
        }
    }

    private static Row row(Sheet sheet, String number) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (new DataFormatter().formatCellValue(cell).equals(number)) {
                    return row;
                }
            }
        }
        return null;
    }

    private static int column(Sheet sheet, String name) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + name);
    }

    private static URI surveyLink(String mail) {
        Matcher link = SURVEY.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return URI.create(link.group());
    }

    private void answerSurvey(URI link) throws Exception {
        HttpResponse<String> page =
                http.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        URI form = link.resolve(
                org.jsoup.Jsoup.parse(page.body()).selectFirst("form").attr("action"));
        String answer = "csat=5&nps=9&solved=yes&comment=" + URLEncoder.encode("谢谢", StandardCharsets.UTF_8);
        HttpResponse<String> thanks = http.send(
                HttpRequest.newBuilder(form)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(answer))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(thanks.statusCode()).isEqualTo(200);
    }
}
