package io.redress.mapping.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePathTest {

    private static final String BODY = """
            {"name": "Ann", "Order No": "A-1", "price": 1.50, "paid": true, "nothing": null,
             "items": [{"name": "kettle", "tags": ["a", "b"]}, {"name": "cup", "tags": []}, {"name": "pan"}],
             "answers": [{"field": {"ref": "order"}, "text": "A-7"},
                         {"field": {"ref": "what.happened"}, "text": "leaks"},
                         {"field": {"ref": "order"}, "choice": {"label": "B-8"}}],
             "raw": "{\\"q3_name\\":{\\"first\\":\\"Ann\\",\\"last\\":\\"Lee\\"},\\"list\\":[1,2]}",
             "html": "<p>It <b>leaks</b>.<br>Badly &amp; always.</p><ul><li>one</li><li>two</li></ul><script>x()</script>",
             "mails": "a@example.com; b@example.com，c@example.com",
             "matrix": [[1, 2], [3, 4]]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "name > Ann",
                "NAME > Ann",
                "orderno > A-1",
                "price > 1.5",
                "paid > true",
                "items.name > kettle|cup|pan",
                "items.tags > a|b",
                "items[0].name > kettle",
                "items[-1].name > pan",
                "items[2].name > pan",
                "items[name=cup].name > cup",
                "items[tags=b].name > kettle",
                "answers[field.ref=order].text > A-7",
                "answers[field.ref=order].choice.label > B-8",
                "answers[field.ref=what.happened].text > leaks",
                "answers[field.ref=order][1].choice.label > ''",
                "raw|json.q3_name.first > Ann",
                "raw|json.list > 1|2",
                "raw|json.list[1] > 2",
                "mails|split > a@example.com|b@example.com|c@example.com",
                "matrix > 1|2|3|4",
                "matrix[1] > 3|4"
            })
    void a_path_leads_to_its_values(String path, String values) throws Exception {
        List<String> expected = values.isEmpty() ? List.of() : List.of(values.split("\\|"));
        assertThat(found(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "nobody",
                "name.first",
                "items",
                "items[3].name",
                "items[-4].name",
                "items[name=none].name",
                "name|json.x",
                "html|json",
                "answers[field=order].text"
            })
    void a_path_to_nothing_has_no_values(String path) throws Exception {
        assertThat(found(path)).isEmpty();
    }

    @Test
    void markup_becomes_the_lines_that_a_reader_sees() throws Exception {
        assertThat(found("html|html")).containsExactly("It leaks.\nBadly & always.\n\n- one\n- two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a..b", ".a", "a.", "a[", "a[]", "a[b", "a]b", "a[b][c", "a[x]", "a|xml", "a|json|", "|json", " "
            })
    void what_is_no_path_is_told_apart(String name) {
        assertThat(ValuePath.parse(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"data.text, false", "Betrag EUR, false", "items[0].name, true", "raw|json.x, true", "a[b=c], true"})
    void only_brackets_and_functions_choose(String name, boolean selecting) {
        ValuePath path = ValuePath.parse(name);
        assertThat(path).isNotNull();
        assertThat(path.isSelecting()).isEqualTo(selecting);
    }

    @Test
    void a_body_that_would_multiply_is_cut_off() throws Exception {
        String wide = "[" + "1,".repeat(200_000) + "1]";
        JsonNode body = new ObjectMapper().readTree("{\"a\":" + wide + "}");
        assertThat(ValuePath.parse("a").values(body)).hasSize(UntrustedJson.MOST_VALUES);
    }

    @Test
    void a_source_has_its_paths_beside_its_dotted_names() {
        var body = UntrustedJson.read(
                        "{\"a\":[{\"k\":\"x\",\"v\":1},{\"k\":\"y\",\"v\":2}]}".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var source = new JsonSource(body, Map.of("header.x-topic", "t"));
        assertThat(source.flat(ValuePath.selecting(List.of("a[k=y].v", "a.v", "Amount [EUR]"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a.k", List.of("x", "y"),
                        "a.v", List.of("1", "2"),
                        "header.x-topic", List.of("t"),
                        "a[k=y].v", List.of("2")));
        assertThat(source.values("header.x-topic")).containsExactly("t");
        assertThat(source.values("a[k=x].v")).containsExactly("1");
        assertThat(source.values("a[")).isEmpty();
    }

    private static List<String> found(String path) throws Exception {
        ValuePath parsed = ValuePath.parse(path);
        assertThat(parsed).as(path).isNotNull();
        return parsed.values(
                UntrustedJson.read(BODY.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
