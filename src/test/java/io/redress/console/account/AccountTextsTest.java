package io.redress.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.permission.Role;
import io.redress.user.UserRefused.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountTextsTest {

    private static final Pattern KEY = Pattern.compile("t\\[\"([a-z.-]+)\"\\]");

    @Test
    void every_language_has_every_text() {
        assertThat(AccountTexts.in("zh").keySet())
                .isEqualTo(AccountTexts.in("en").keySet());
        assertThat(AccountTexts.in("zh").get("login.title")).isEqualTo("登录");
    }

    @Test
    void every_role_and_every_refusal_has_its_words() {
        for (Role role : Role.values()) {
            assertThat(AccountTexts.in("en")).containsKeys("role." + role.key(), "role." + role.key() + ".may");
        }
        for (Reason reason : Reason.values()) {
            assertThat(AccountTexts.in("en")).containsKey("refused." + reason);
        }
    }

    @Test
    void every_text_that_a_page_names_is_there() throws Exception {
        var named = new TreeSet<String>();
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/templates/account"))) {
            for (Path page : pages.toList()) {
                KEY.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(60);
        assertThat(AccountTexts.in("en").keySet()).containsAll(named);
    }
}
