package io.redress.channel.chat.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.channel.chat.platform.Platforms;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes under {@code stream} in a platform's file. */
class StreamFileTest {

    private static final String FILE = """
            # yaml-language-server: $schema=../schema/platform.schema.json
            title: Parcel
            settings: {key: {title: Key, where: Console, secret: true}}
            stream:
              open:
                request: POST https://api.parcel.example/open
                json: {key: "{key}"}
              address: "{data.url}"
              hosts: ["*.parcel.example"]
              frames:
                - {when: {kind: bye}, renew: true}
                - {when: {kind: say}, message: payload, answer: {ok: "{no}"}}
              openExamples:
                - settings: {key: k}
                  json: {key: k}
                  body: '{"data":{"url":"wss://a.parcel.example/s"}}'
                  address: wss://a.parcel.example/s
              examples:
                - frame: '{"kind":"say","no":7,"payload":{"id":"p1","from":"c1","text":"Lost"}}'
                  gives: message
                  answer: {ok: 7}
                  fields: {id: p1, customer: c1, text: Lost}
            message: {id: id, customer: from, text: "{text}"}
            """;

    @TempDir
    private Path config;

    private List<String> findings(String file) throws IOException {
        Path folder = Files.createDirectories(config.resolve("platforms"));
        Files.writeString(folder.resolve("parcel.yaml"), file);
        InvalidConfiguration refused =
                catchThrowableOfType(InvalidConfiguration.class, () -> Platforms.read(Platforms.folder(config)));
        return Stream.concat(
                        Optional.ofNullable(refused).stream().flatMap(e -> e.findings().stream()),
                        StreamExamplesCheck.findings(config).stream())
                .map(Finding::toString)
                .map(text -> text.substring(text.indexOf("parcel.yaml:") + "parcel.yaml:".length()))
                .toList();
    }

    @Test
    void a_platform_that_sends_by_stream_alone_needs_no_proof_and_no_example_of_a_request() throws IOException {
        assertThat(findings(FILE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "{data.url}"          | "https://{url}"   | 8: 'https://{url}' is not the address of a WebSocket
                    POST https://api      | POST http://api   | 6: 'POST http://api.parcel.example/open' is not a request
                    '{key: "{key}"}'      | '{key: "{kay}"}'  | 5: {kay} stands for nothing
                    ', answer: {ok: "{no}"}' | ''             | 12: a message that is not answered is sent again and again
                    'ok: "{no}"'          | 'ok: "no {no}"'   | 12: 'no {no}' is not the name of a value
                    message: payload,     | ''                | 10: no kind of frame has message
                    message: payload,     | 'message: "a b",' | 12: 'a b' is not a name
                    gives: message        | gives: answered   | 18: no example shows a message
                    '"id":"p1"'           | '"id":"p2"'       | 19: this example gives id 'p2', not 'p1'
                    'answer: {ok: 7}'     | 'answer: {ok: 8}' | '19: this example is answered with {"ok":7}, not {"ok":8}'
                    wss://a.parcel        | ws://a.parcel     | 14: this example connects to ''
                    'json: {key: k}'      | 'json: {key: j}'  | 14: this example sends
                    """)
    void a_mistake_is_told_at_its_line(String right, String wrong, String finding) throws IOException {
        assertThat(FILE).contains(right);
        assertThat(findings(FILE.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
                .anySatisfy(found -> assertThat(found).startsWith(finding));
    }

    @Test
    void hosts_must_be_named() throws IOException {
        assertThat(findings(FILE.replace("  hosts: [\"*.parcel.example\"]\n", "")))
                .anySatisfy(found -> assertThat(found).contains("hosts"));
        assertThat(findings(FILE.replace("[\"*.parcel.example\"]", "[\"*\"]"))).isNotEmpty();
    }
}
