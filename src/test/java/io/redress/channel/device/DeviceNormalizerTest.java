package io.redress.channel.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.device.FaultReport;
import io.redress.intake.device.FaultState;
import io.redress.mapping.Mappings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped mapping makes of messages. */
class DeviceNormalizerTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String TOPIC = "shops/7/devices/freezer-1/faults";

    private final DeviceNormalizer normalizer = new DeviceNormalizer(Mappings.read(Path.of("config/mappings")));
    private final DeviceChannel channel = new DeviceChannel("device", "10min", 2, "1h", 1000, 0, 500);

    @Test
    void plain_json_names_its_fault_and_the_topic_its_device() {
        CanonicalComplaint complaint = complaint(TOPIC, """
                {"code": "E12", "status": "ALARM", "message": "冷柜温度过高", "severity": "high", "time": "2026-11-30T11:59:00Z"}
                """);
        assertThat(complaint.fault())
                .isEqualTo(new FaultReport(
                        "freezer-1",
                        "E12",
                        FaultState.RAISED,
                        Instant.parse("2026-11-30T11:59:00Z"),
                        complaint.fault().limits()));
        assertThat(complaint.fault().limits().flapTime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(complaint.fault().limits().tickets()).isEqualTo(2);
        assertThat(complaint.kind()).isEqualTo("device");
        assertThat(complaint.complaint().text()).isEqualTo("冷柜温度过高");
        assertThat(complaint.product().serial()).isEqualTo("freezer-1");
        assertThat(complaint.product().store()).isEqualTo("7");
        assertThat(complaint.hints().priority()).isEqualTo("urgent");
        assertThat(complaint.acknowledge()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | shops/7/devices/m/faults | {"fault": "E1"}                  |
            4 | shops/7/devices/m/faults | {"fault": "E1", "device": " m "} |
            4 | shops/7/devices/m/faults | {"fault": "E1", "device": "n"}   | names device 'n', but level 4 of its topic is 'm'
            4 | shops/7/devices/m/faults | {"fault": "E1", "subject": "n"}  | names device 'n'
            4 | shops/7/devices//faults  | {"fault": "E1", "device": "n"}   | names no device
            4 | gateway                  | {"fault": "E1", "device": "n"}   | correct deviceTopicLevel
            0 | gateway                  | {"fault": "E1", "device": "n"}   |
            """)
    void a_device_speaks_for_itself_only_where_its_topic_names_it(
            int level, String topic, String message, @Nullable String refusal) {
        var devices = new DeviceChannel("device", "10min", 2, "1h", 1000, level, 500);
        DeviceArrival arrival = devices.accept(new DeviceMessage(topic, bytes(message), false, false, null, Map.of()));
        NormalizationResult result = normalizer.read(
                new RawMessage(
                        "1",
                        "R-1",
                        "devices",
                        "device",
                        NOW,
                        null,
                        arrival.attributes(),
                        Original.inline(arrival.original())),
                arrival.original());
        if (refusal == null) {
            assertThat(result).isInstanceOf(CanonicalComplaint.class);
        } else {
            assertThat(((Refusal) result).reason()).contains(refusal);
        }
    }

    @Test
    void an_owner_s_id_is_a_handle_of_the_channel_also_where_it_looks_like_one_of_another() {
        CanonicalComplaint complaint = complaint(TOPIC, "{\"code\": \"E1\", \"owner\": \"wecom:li\"}");
        assertThat(complaint.customer().handles()).singleElement().asString().endsWith(":wecom:li");
    }

    @Test
    void a_number_of_a_ticket_in_the_text_leads_to_no_ticket() {
        assertThat(complaint(TOPIC, "{\"code\": \"E1\", \"text\": \"R-261130-9ZAM2G is broken\"}")
                        .references())
                .isEmpty();
    }

    @Test
    void a_cloud_event_is_known_by_source_and_id_however_it_is_sent() {
        CanonicalComplaint structured = complaint(TOPIC, """
                {"specversion": "1.0", "id": "9", "source": "/plant", "type": "fault", "data": {"device": "m", "fault": "E1"}}
                """);
        var binary = new DeviceMessage(
                TOPIC,
                bytes("{\"device\": \"m\", \"fault\": \"E1\"}"),
                false,
                true,
                "application/json",
                Map.of("specversion", "1.0", "id", "9", "source", "/plant", "type", "fault"));
        assertThat(structured.sourceKey())
                .endsWith("/plant 9")
                .isEqualTo(((CanonicalComplaint) read(binary)).sourceKey());
        assertThat(structured.fault().device()).isEqualTo("m");
    }

    @Test
    void an_id_that_two_devices_use_or_one_device_for_two_reports_makes_none_of_them_a_repeat() {
        String report = "{\"code\": \"E1\", \"eventId\": 1}";
        String key = complaint(TOPIC, report).sourceKey();
        assertThat(complaint(TOPIC, report).sourceKey()).isEqualTo(key);
        assertThat(List.of(
                        complaint(TOPIC.replace("-1", "-2"), report).sourceKey(),
                        complaint(TOPIC, report.replace("E1", "E2")).sourceKey(),
                        complaint(TOPIC, report.replace("{", "{\"state\": \"ok\", "))
                                .sourceKey()))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
        String event =
                "{\"specversion\": \"1.0\", \"id\": \"9\", \"source\": \"/plant\", \"data\": {\"device\": \"m\", \"fault\": \"E1\"}}";
        assertThat(complaint(TOPIC, event.replace("\"m\"", "\"other\"")).sourceKey())
                .isNotEqualTo(complaint(TOPIC, event).sourceKey());
    }

    @Test
    void the_same_words_at_the_same_time_are_one_report_and_without_a_time_each_is_its_own() {
        String timed = "{\"code\": \"E1\", \"time\": \"2026-11-30T11:59:00Z\"}";
        assertThat(complaint(TOPIC, timed).sourceKey())
                .isEqualTo(complaint(TOPIC, timed).sourceKey())
                .isNotEqualTo(complaint(TOPIC, timed.replace("59:00", "59:01")).sourceKey());
        assertThat(complaint(TOPIC, "{\"code\": \"E1\"}").sourceKey()).isEqualTo("item");
    }

    @Test
    void a_clock_that_is_ahead_counts_as_ours() {
        assertThat(complaint(TOPIC, "{\"code\": \"E1\", \"time\": \"2030-01-01T00:00:00Z\"}")
                        .fault()
                        .at())
                .isEqualTo(NOW);
    }

    @Test
    void a_message_without_device_is_told_where_to_look() {
        Refusal refusal = refusal("alarms", bytes("{\"code\": \"E1\"}"));
        assertThat(refusal.state()).isEqualTo(ItemState.INVALID);
        assertThat(refusal.reason()).contains("device.id");
    }

    @Test
    void a_message_that_is_too_big_keeps_its_beginning() {
        DeviceArrival arrival = channel.accept(message(TOPIC, new byte[2000]));
        assertThat(arrival.original()).hasSize(1000);
        assertThat(refusal(TOPIC, new byte[2000]).reason()).contains("2000 bytes, and only the first 1000 were kept");
    }

    @Test
    void properties_and_topics_of_strangers_are_bounded() {
        var many = new HashMap<String, String>();
        for (int n = 0; n < 500; n++) {
            many.put("p" + n, "x".repeat(5000));
        }
        var arrival = channel.accept(new DeviceMessage("a/".repeat(5000), bytes("{}"), true, true, null, many));
        assertThat(arrival.attributes()).hasSizeLessThan(40);
        assertThat(arrival.attributes().values()).allMatch(value -> value.length() <= 1000);
        assertThat(arrival.attributes()).containsEntry("retained", "true").containsEntry("redelivered", "true");
    }

    private CanonicalComplaint complaint(String topic, String json) {
        return (CanonicalComplaint) read(message(topic, bytes(json)));
    }

    private Refusal refusal(String topic, byte[] payload) {
        return (Refusal) read(message(topic, payload));
    }

    private NormalizationResult read(DeviceMessage message) {
        DeviceArrival arrival = channel.accept(message);
        var raw = new RawMessage(
                "item",
                "R-1",
                "devices",
                "device",
                NOW,
                null,
                arrival.attributes(),
                Original.inline(arrival.original()));
        return normalizer.read(raw, arrival.original());
    }

    private static DeviceMessage message(String topic, byte[] payload) {
        return new DeviceMessage(topic, payload, false, false, null, Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
