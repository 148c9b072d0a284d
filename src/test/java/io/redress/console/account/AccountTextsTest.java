package io.redress.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleTexts;
import io.redress.permission.Role;
import io.redress.user.ProfileRules;
import io.redress.user.UserRefused.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTextsTest {

    @ParameterizedTest
    @EnumSource
    void every_role_and_every_refusal_has_its_words(ConsoleLanguage language) {
        ConsoleTexts texts = ConsoleTexts.in(language);
        for (Role role : Role.values()) {
            assertThat(texts.text("role." + role.key())).isNotBlank();
            assertThat(texts.text("role." + role.key() + ".may")).isNotBlank();
        }
        for (Reason reason : Reason.values()) {
            assertThat(texts.text("refused." + reason)).isNotBlank();
        }
    }

    @Test
    void a_profile_may_name_each_language_of_the_console_and_no_other() {
        assertThat(Arrays.stream(ConsoleLanguage.values()).map(ConsoleLanguage::users))
                .containsExactlyInAnyOrderElementsOf(ProfileRules.LANGUAGES);
    }
}
