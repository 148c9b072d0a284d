package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.webform.WebFormNormalizer;
import io.redress.mapping.Mappings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Form posts: a line with the Content-Type, then the body. */
class FormFuzzTest {

    private final WebFormNormalizer forms =
            new WebFormNormalizer(Mappings.read(Path.of("config/mappings")), () -> false);

    @FuzzTest
    void any_post_is_a_form_or_refused(byte[] post) {
        int end = 0;
        while (end < post.length && post[end] != '\n') {
            end++;
        }
        String type = new String(post, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(post, Math.min(end + 1, post.length), post.length);
        ParserInvariants.check(
                forms.read(ParserInvariants.raw("web-form", body, null, Map.of("content-type", type)), body));
    }
}
