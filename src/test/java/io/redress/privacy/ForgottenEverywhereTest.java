package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.BrokerQueues;
import jakarta.jms.ConnectionFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;

/** The proof: what was found in the files before is found in none of them after. */
class ForgottenEverywhereTest extends PrivacyHub {

    /** At least 60, at most 5,000: {@code -Dforget.people=5000} for more than a build has time for. */
    private static final int PEOPLE = Integer.getInteger("forget.people", 300);

    private static final Charset GBK = Charset.forName("GBK");
    private static final String PHONE = "13912345678";
    private static final List<String> OF_FORM =
            List.of(PHONE, "wei.forgetme@example.com", "欧阳忘川", "the copper kettle whistles");
    private static final List<String> OF_MAIL = List.of("wei.forgetme@example.com", "the second kettle whistles, too");
    private static final List<String> OF_CALL = List.of(PHONE, "打电话说水壶一直在叫个不停");
    private static final List<String> OF_CHAT = List.of(PHONE, "u-forget-77", "the kettle in the chat is whistling");
    private static final String BYSTANDER = "13700137000";

    private static final String PERSON = """
            {"number": "NUMBER", "receivedAt": "2026-07-01T00:00:00Z",
             "customer": {"phones": ["+861390000WHO"], "emails": ["pWHO@people.example"], "handles": []}, "product": {},
             "complaint": {"text": "the kettle of person WHO whistles", "language": "en", "attachments": []},
             "triage": {"category": "quality", "score": 0.9, "secondScore": 0, "review": false, "priority": "normal",
                        "reasons": []},
             "serviceLevel": {"policy": "general", "firstResponseDue": "2026-07-02T00:00:00Z",
                              "resolutionDue": "2026-07-03T00:00:00Z"},
             "owner": "desk", "links": {}, "history": []}
            """;

    @Autowired
    BrokerService broker;

    @Autowired
    ConnectionFactory connections;

    @Test
    void a_person_of_four_channels_is_found_before_and_nowhere_afterwards() throws Exception {
        takeIn();
        assertFound(OF_FORM, OF_MAIL, OF_CALL, OF_CHAT, List.of("photo-of-a-kettle"));
        var figures = figures();

        var found = find("+86 139-1234-5678");
        assertThat(found.path("tickets")).hasSize(3);
        assertThat(found.path("others").path("mail")).hasSize(1);
        assertThat(forget("+86 139-1234-5678").path("leftOver").isMissingNode()).isTrue();
        assertThat(forget("WEI.ForgetMe@Example.com").path("leftOver").isMissingNode())
                .isTrue();

        assertThat(files(Stream.of(OF_FORM, OF_MAIL, OF_CALL, OF_CHAT, List.of("photo-of-a-kettle"))
                        .flatMap(List::stream)
                        .toList()))
                .isEmpty();
        assertThat(figures()).isEqualTo(figures);
        assertThat(find(PHONE).path("tickets")).isEmpty();
        assertThat(find(BYSTANDER).path("tickets")).hasSize(2);
        assertThat(files(BYSTANDER)).isNotEmpty();
        assertThat(
                        count(
                                "select count(*) from item where forgotten_at is null and original_size > 0 and channel <> 'people'"))
                .as("the bystander's row, message and conversation")
                .isEqualTo(3);
        assertThat(done()).contains("call-2,2026-11-16 09:05:00," + BYSTANDER).doesNotContain("call-1");
    }

    @Test
    void one_of_many_goes_and_all_others_stay_with_their_messages() throws Exception {
        people(PEOPLE);
        List<String> values = List.of("13900004942", "p4942@people.example", "the kettle of person 4942 whistles");
        assertFound(values);

        assertThat(forget("139-0000-4942").path("leftOver").isMissingNode()).isTrue();

        assertThat(files(values)).isEmpty();
        assertThat(files("p4943@people.example")).isNotEmpty();
        assertThat(count("select count(*) from ticket where channel = 'people'"))
                .isEqualTo(PEOPLE);
        assertThat(count("select count(*) from ticket where document::text like '%@people.example%'"))
                .isEqualTo(PEOPLE - 1);
        assertThat(new BrokerQueues(broker, connections).takeAll("complaints.people"))
                .hasSize(PEOPLE - 1)
                .noneMatch(message -> message.contains("R-260701-F04942"));
    }

    /** With a ticket, an original and a message that waits for a system downstream, each. */
    private void people(int number) {
        jdbc.sql("""
                        insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                                          attributes, original, original_size, updated_at)
                        select md5('person' || n)::uuid, 'R-260701-F' || lpad(n::text, 5, '0'), 'people', 'form', now(),
                               'key-' || n, 'ticketed', 'opened', 'R-260701-F' || lpad(n::text, 5, '0'), '{}',
                               convert_to('p' || n || '@people.example', 'UTF8'), 20, now()
                        from generate_series(5001 - ?, 5000) n
                        """).param(number).update();
        jdbc.sql("""
                        insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review,
                                            owner, first_response_due, resolution_due, document, updated_at, status_since)
                        select number, id, now(), 'people', 'web-form', 'quality', 'normal', 'received', false, 'desk', now(),
                               now(), replace(replace(?, 'NUMBER', number), 'WHO', ltrim(substr(number, 11), '0'))::jsonb
                                 || jsonb_build_object('channel', jsonb_build_object(
                                      'name', 'people', 'kind', 'web-form', 'itemId', id)), now(), now()
                        from item where channel = 'people'
                        """).param(PERSON).update();
        var jms = new JmsTemplate(connections);
        jdbc.sql("select document::text from ticket where channel = 'people' order by number")
                .query(String.class)
                .list()
                .forEach(document -> jms.convertAndSend("complaints.people", document));
    }

    private void takeIn() throws Exception {
        form(
                Map.of(
                        "text",
                        "the copper kettle whistles all night",
                        "phone",
                        PHONE,
                        "email",
                        "Wei.ForgetMe@example.com",
                        "name",
                        "欧阳忘川"),
                photo("photo-of-a-kettle"));
        MAIL.send(("From: =?UTF-8?B?5qyn6Ziz5b+Y5bed?= <wei.forgetme@example.com>\r\nTo: " + "complaints@redress.test"
                        + "\r\nSubject: kettle\r\nMessage-ID: <kettle-2@example.com>\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nthe second kettle whistles, too\r\n")
                .getBytes(StandardCharsets.UTF_8));
        chat("hook-1", "the kettle in the chat is whistling", "u-forget-77", PHONE);
        chat("hook-2", "the lid of my box does not close", "u-bystander", BYSTANDER);
        calls(
                "calls.csv",
                "通话编号,来电时间,电话,投诉内容\r\ncall-1,2026-11-16 09:02:11," + PHONE + ",打电话说水壶一直在叫个不停\r\n"
                        + "call-2,2026-11-16 09:05:00," + BYSTANDER + ",盖子关不上了怎么办\r\n",
                GBK);
        awaitTickets(6);
        await().atMost(SOON).until(() -> !done().isEmpty());
    }

    /** By category, priority, channel and store. */
    private List<Map<String, Object>> figures() {
        return jdbc.sql("""
                        select category, priority, channel, product, store, count(*) from ticket
                        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
                        """).query().listOfRows();
    }

    @SafeVarargs
    private void assertFound(List<String>... all) {
        for (List<String> values : all) {
            for (String value : values) {
                assertThat(files(value)).as("the search finds " + value).isNotEmpty();
            }
        }
    }

    private static List<Path> files(String value) {
        return files(List.of(value));
    }

    private static List<Path> files(List<String> values) {
        return FolderSearch.find(data, new TraceSearch(values));
    }

    private static String done() throws Exception {
        Path folder = data.resolve("inbox/call-center/done");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(one -> one.toString().endsWith("calls.csv"))
                    .findFirst()
                    .orElse(null);
            return file == null ? "" : Files.readString(file, GBK);
        }
    }
}
