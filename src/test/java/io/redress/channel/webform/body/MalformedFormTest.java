package io.redress.channel.webform.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a form is told so, at once, with a remedy; it never breaks the parser. */
@Timeout(10)
class MalformedFormTest {

    private static final String MULTIPART = "multipart/form-data; boundary=X";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{\"text\":\"a\"}]",
                "\"text\"",
                "{",
                "{\"text\":",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"\":\"a\"}",
                "{'text':'a'}",
                "{\"text\":NaN}",
                "{\"photo\":\"data:image/png;base64,????\"}",
                "<xml/>"
            })
    void broken_json(String body) {
        refused("application/json", body, 400);
    }

    @Test
    void json_nested_too_deep() {
        refused("application/json", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), 400);
        refused("application/json", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", 400);
    }

    @Test
    void json_with_too_many_or_too_long_members() {
        var many = new StringBuilder("{\"a0\":1");
        for (int i = 1; i < 10_000; i++) {
            many.append(",\"a").append(i).append("\":1");
        }
        refused("application/json", many + "}", 400);
        refused("application/json", "{\"text\":\"" + "a".repeat(200_000) + "\"}", 400);
        refused("application/json", "{\"" + "a".repeat(100_000) + "\":1}", 400);
        refused("application/json", "{\"text\":" + "9".repeat(100_000) + "}", 400);
    }

    @Test
    void a_charset_that_does_not_fit() {
        byte[] gbk = "{\"text\":\"坏了\"}".getBytes(Charset.forName("GBK"));
        assertThat(((UnreadableForm) FormReader.read("application/json", "UTF-8", gbk))
                        .problem()
                        .code())
                .isEqualTo("charset");
        refused("application/x-www-form-urlencoded", "text=%BB%B5", 400);
        refused("application/x-www-form-urlencoded; charset=none", "text=a", 415);
        refused("application/x-www-form-urlencoded", "_charset_=%00&text=a", 415);
        refused(
                MULTIPART,
                part("text", "a").replace("\r\n\r\n", "\r\nContent-Type: text/plain; charset=?\r\n\r\n") + "--X--\r\n",
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%", "text=%z1", "te%xt=a", "text=a%00b", "=a", "a=%F"})
    void broken_encoded_forms(String body) {
        refused("application/x-www-form-urlencoded", body, 400);
    }

    @Test
    void encoded_forms_with_ten_thousand_fields() {
        refused("application/x-www-form-urlencoded", "a=b&".repeat(10_000), 400);
        refused("application/x-www-form-urlencoded", "text=" + "a".repeat(1_000_000), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data,400",
        "multipart/form-data; boundary=,400",
        "multipart/form-data; boundary=Y,400",
        "multipart/mixed; boundary=X,415",
        "text/plain,415",
        "'',415",
        "';;;==,',415"
    })
    void a_content_type_that_does_not_fit(String contentType, int status) {
        refused(contentType, part("text", "a") + "--X--\r\n", status);
    }

    @Test
    void no_content_type() {
        assertThat(((UnreadableForm) FormReader.read(null, "UTF-8", new byte[0])).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--X",
                "--X--\r\n",
                "--X\r\n\r\nno disposition\r\n--X--\r\n",
                "--X\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--X--\r\n",
                "--X\r\nContent-Disposition: attachment; name=\"text\"\r\n\r\na\r\n--X--\r\n",
                "--X\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ntruncated",
                "--X\r\nContent-Disposition: form-data; name=\"text\"",
                "--X\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=Z\r\n\r\n--Z--\r\n--X--\r\n",
                "--X\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=Q\r\n--X--\r\n",
                "--X\r\nContent-Disposition: form-data; name=\"\"\r\n\r\na\r\n--X--\r\n",
                "--X\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\u0000b\r\n--X--\r\n"
            })
    void broken_multipart(String body) {
        refused(MULTIPART, body, 400);
    }

    @Test
    void multipart_with_ten_thousand_parts_or_a_huge_header() {
        refused(MULTIPART, part("a", "b").repeat(10_000) + "--X--\r\n", 400);
        refused(MULTIPART, part("a" + "b".repeat(100_000), "c") + "--X--\r\n", 400);
        refused(MULTIPART, part("text", "b".repeat(1_000_000)) + "--X--\r\n", 400);
    }

    @Test
    void a_whole_form_cut_anywhere_is_read_or_refused_but_never_breaks() {
        byte[] whole = (part("text", "a") + part("phone", "1") + "--X--\r\n").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 4; length++) {
            ParsedForm parsed = FormReader.read(MULTIPART, "UTF-8", Arrays.copyOf(whole, length));
            assertThat(parsed).as("cut at %d", length).isInstanceOf(UnreadableForm.class);
        }
    }

    @Test
    void random_bytes_are_read_or_refused_but_never_break() {
        var random = new Random(20261122);
        String[] types = {"application/json", "application/x-www-form-urlencoded", MULTIPART};
        String alphabet = "--X\r\n{}[]\":,;=%&\\ \u0000abContent-Disposition: form-data; name=\"";
        for (int round = 0; round < 3_000; round++) {
            var body = new StringBuilder("--X\r\n");
            for (int i = random.nextInt(80); i > 0; i--) {
                int at = random.nextInt(alphabet.length());
                body.append(alphabet, at, Math.min(alphabet.length(), at + 1 + random.nextInt(20)));
            }
            ParsedForm parsed =
                    FormReader.read(types[round % 3], "UTF-8", body.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(parsed).isNotNull();
        }
    }

    @Test
    void a_form_of_25_mb_is_read_in_good_time() {
        String body = part("photos\"; filename=\"a.jpg", "\r\n--Y-".repeat(3_500_000)) + "--X--\r\n";
        var started = System.nanoTime();
        assertThat(FormReader.read(MULTIPART, "UTF-8", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Form.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
    }

    private static String part(String name, String value) {
        return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static void refused(String contentType, String body, int status) {
        var parsed = FormReader.read(contentType, "UTF-8", body.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isInstanceOf(UnreadableForm.class);
        var refusal = (UnreadableForm) parsed;
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.problem().problem()).isNotBlank();
        assertThat(refusal.problem().remedy()).isNotBlank();
    }
}
