package io.redress.delivery.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.Delivery;
import io.redress.delivery.SampleDeliveries;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class DeliveryFileTest {

    @Test
    void csv_is_quoted_and_no_value_is_a_formula() {
        assertThat(content("csv"))
                .isEqualTo("reference,said,who.name,phones,formula\r\n"
                        + "R-1,\"He said \"\"no\"\", twice\",Li,\"+8613800138000, 1\",'=cmd()\r\n");
    }

    @Test
    void jsonl_is_one_line_of_json() {
        assertThat(content("jsonl"))
                .isEqualTo("{\"reference\":\"R-1\",\"said\":\"He said \\\"no\\\", twice\",\"who\":{\"name\":\"Li\"},"
                        + "\"phones\":[\"+8613800138000\",1],\"formula\":\"=cmd()\"}\n");
    }

    @Test
    void xml_can_be_read_whatever_the_fields_hold() throws Exception {
        var fields = Map.<String, Object>of("said", "a <b> & \u0001 c");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(content("xml", fields).getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("field").item(0).getTextContent())
                .isEqualTo("a <b> &  c");
    }

    @Test
    void a_second_attempt_writes_the_same_file() {
        var file = new DeliveryFile();
        assertThat(file.name(SampleDeliveries.delivery(Delivery.TICKET, 1, null)))
                .isEqualTo(file.name(SampleDeliveries.delivery(Delivery.TICKET, 2, null)))
                .isEqualTo("R-260701-7K9Q2M-ticket-" + SampleDeliveries.ID + ".csv");
    }

    private static String content(String format) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("reference", "R-1");
        fields.put("said", "He said \"no\", twice");
        fields.put("who", Map.of("name", "Li"));
        fields.put("phones", List.of("+8613800138000", 1));
        fields.put("formula", "=cmd()");
        return content(format, fields);
    }

    private static String content(String format, Map<String, Object> fields) {
        Delivery of = SampleDeliveries.delivery(Delivery.TICKET, 1, null);
        var file = new DeliveryFile();
        file.setFormat(format);
        return file.content(
                new Delivery(of.id(), of.target(), of.kind(), of.attempt(), of.ticket(), null, null, fields, null));
    }
}
