package io.redress.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.permission.Role;
import io.redress.user.UserRefused.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(List.of("Nimbus Home", "complaints.nimbus.example"));
    private final User user = SampleUsers.user("wang.lizhi", Role.AGENT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "kettle-orbit-violin",
                "                 x7 k2 m9 p4",
                "四季如春的昆明湖边有三只鹤",
                "жёлтый чемодан у реки",
                "aB3$kQ9!zR5@",
                "🦊🌵🎻🚲🧊🎈🪁🧲🔭🧵🪀🧩"
            })
    void long_ones_of_any_characters_may_be(String password) {
        assertThatCode(() -> policy.check(password, user)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd12345",
                "123456789012",
                "qwertyuiop123",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "wang.lizhi.2345",
                "lizhi.wang@shop.example",
                "NimbusHome2345",
                "Redress-redress-1",
                "administrator!",
                "1q2w3e4r5t6y7",
                "我爱你我爱你我爱你我爱你"
            })
    void those_that_are_tried_first_may_not(String password) {
        assertThatThrownBy(() -> policy.check(password, user))
                .isInstanceOfSatisfying(
                        UserRefused.class, why -> assertThat(why.reason()).isEqualTo(Reason.PASSWORD_GUESSABLE));
    }

    @Test
    void characters_are_counted_not_bytes_or_halves_of_characters() {
        assertThatThrownBy(() -> policy.check("🦊🌵🎻🚲🧊🎈", user))
                .isInstanceOfSatisfying(
                        UserRefused.class, why -> assertThat(why.reason()).isEqualTo(Reason.PASSWORD_SHORT));
        String longest = "kettle orbit violin marble".repeat(20).substring(0, 256);
        assertThatCode(() -> policy.check(longest, user)).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.check(longest + "x", user))
                .isInstanceOfSatisfying(
                        UserRefused.class, why -> assertThat(why.reason()).isEqualTo(Reason.PASSWORD_LONG));
    }

    @Test
    void a_password_is_the_same_however_a_keyboard_composes_it() {
        assertThat(PasswordPolicy.normalised("ｋｅｔｔｌｅ ①")).isEqualTo(PasswordPolicy.normalised("kettle 1"));
        assertThat(PasswordPolicy.normalised("e\u0301te\u0301")).isEqualTo("\u00e9t\u00e9");
    }
}
