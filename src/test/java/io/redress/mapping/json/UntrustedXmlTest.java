package io.redress.mapping.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedXmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b>x</b></a> | {\"b\":\"x\"}",
                "<a><b>x</b><b>y</b><b>z</b></a> | {\"b\":[\"x\",\"y\",\"z\"]}",
                "<s:a xmlns:s='u'><s:b><s:c> x </s:c></s:b></s:a> | {\"b\":{\"c\":\"x\"}}",
                "<a><b><![CDATA[<p>x</p>]]></b></a> | {\"b\":\"<p>x</p>\"}",
                "<a><b>1 &lt; 2 &amp; 3</b></a> | {\"b\":\"1 < 2 & 3\"}",
                "<a><b k='v'/></a> | {\"b\":\"\"}",
                "<?xml version='1.0' encoding='UTF-8'?><!-- c --><a><b>漏水</b></a> | {\"b\":\"漏水\"}",
                "<a>text</a> | {}",
                "<a><b>It <i>really</i> leaks</b></a> | {\"b\":\"It really leaks\"}"
            })
    void elements_become_members(String xml, String json) {
        assertThat(read(xml)).hasValueSatisfying(object -> assertThat(object).hasToString(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<!DOCTYPE a><a><b>x</b></a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><b>&e;</b></a>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a><b>&e;</b></a>",
                "<a><b>&undeclared;</b></a>"
            })
    void what_is_no_sound_document_or_has_a_document_type_is_refused(String xml) {
        assertThat(read(xml)).isEmpty();
    }

    @Test
    void what_is_deeper_or_wider_than_any_call_is_refused() {
        assertThat(read("<a>".repeat(33) + "</a>".repeat(33))).isEmpty();
        assertThat(read("<a>".repeat(31) + "</a>".repeat(31))).isPresent();
        assertThat(read("<a>" + "<b/>".repeat(5_000) + "</a>")).isEmpty();
    }

    private static Optional<?> read(String xml) {
        return UntrustedXml.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
