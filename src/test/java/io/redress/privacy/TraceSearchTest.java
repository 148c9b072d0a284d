package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.AesGcm;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSearchTest {

    private static final Refusal UNREADABLE = new Refusal(ItemState.INVALID, "unreadable", null, List.of());

    @TempDir
    Path folder;

    @Test
    void a_text_is_found_across_the_blocks_of_a_big_file_and_in_each_charset() throws Exception {
        for (String charset : List.of("UTF-8", "GBK", "UTF-16LE")) {
            byte[] text = "欧阳忘川".getBytes(Charset.forName(charset));
            byte[] file = new byte[(1 << 20) + 100];
            System.arraycopy(text, 0, file, (1 << 20) - 3, text.length);
            Path written = Files.write(folder.resolve(charset), file);
            assertThat(FolderSearch.find(folder, new TraceSearch(List.of("欧阳忘川"))))
                    .containsExactly(written);
            Files.delete(written);
        }
    }

    @Test
    void programs_and_secrets_are_not_searched_and_short_texts_are_no_traces() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("postgres-bin")).resolve("a"), "13912345678");
        assertThat(FolderSearch.find(folder, new TraceSearch(List.of("13912345678"))))
                .isEmpty();
        assertThat(new TraceSearch(List.of("12", "ana")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wei@example.com", "WEI@EXAMPLE.COM"})
    void an_arrival_that_could_not_be_read_is_found_however_it_is_encoded(String address) {
        var personMatcher = new PersonMatcher(new PersonValue(Kind.MAIL, "wei@example.com"), new PhoneNumbers("CN"));
        String base64 =
                Base64.getMimeEncoder().encodeToString(("call me: " + address).getBytes(StandardCharsets.UTF_8));
        for (String original : List.of(
                "From: " + address,
                "Content-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n",
                "write to " + address.replace("@", "=40"),
                "Subject: =?UTF-8?B?" + base64.replaceAll("\\s", "") + "?=",
                "Subject: =?UTF-8?Q?" + address.replace("@", "=40") + "?=",
                "<p>" + address.replace("@", "&#64;") + "</p>",
                "<p>" + address.replace("@", "&commat;") + "</p>")) {
            assertThat(personMatcher.in(UNREADABLE, original.getBytes(StandardCharsets.UTF_8)))
                    .as(original)
                    .isTrue();
        }
        assertThat(personMatcher.in(UNREADABLE, "somebody.else@example.com".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void what_is_sealed_is_not_found_and_opens_with_the_same_key_only() {
        byte[] plain = "13912345678".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = new AesGcm(new byte[32]).encrypt(plain);
        assertThat(new TraceSearch(List.of("13912345678")).in(sealed)).isFalse();
        assertThat(new AesGcm(new byte[32]).decrypt(sealed)).isEqualTo(plain);
    }
}
