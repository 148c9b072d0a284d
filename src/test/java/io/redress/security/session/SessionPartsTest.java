package io.redress.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionPartsTest {

    @Test
    void over_tls_the_cookies_are_for_this_host_alone() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        new SessionCookies().setSessionId(request, response, "id");
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-redress-session=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        var other = new MockHttpServletResponse();
        var csrf = new CsrfCookies();
        csrf.saveToken(csrf.generateToken(request), request, other);
        assertThat(other.getHeader("Set-Cookie"))
                .startsWith("__Host-redress-csrf=")
                .contains("; Path=/;", "; Secure", "; HttpOnly");
        assertThat(other.getCookie("__Host-redress-csrf").getAttribute("SameSite"))
                .isEqualTo("Lax");
    }

    @Test
    void a_cookie_of_plain_http_is_not_taken_over_tls() {
        var request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie("redress-session", "aWQ="));
        assertThat(new SessionCookies().resolveSessionIds(request)).containsExactly("id");
        request.setSecure(true);
        assertThat(new SessionCookies().resolveSessionIds(request)).isEmpty();
    }

    @Test
    void a_row_of_a_session_makes_no_objects_but_those_of_java_itself() {
        var values = new SessionValues();
        byte[] fine = values.convert(new ArrayList<>(List.of("text", 1L)), byte[].class);
        assertThat(values.convert(fine, Object.class)).isEqualTo(List.of("text", 1L));
        byte[] other = new SerializingConverter().convert(new File("/tmp"));
        assertThatThrownBy(() -> values.convert(other, Object.class))
                .hasRootCauseInstanceOf(java.io.InvalidClassException.class)
                .satisfies(e -> assertThat(e.getCause()).isInstanceOf(SerializationFailedException.class));
    }

    @Test
    void every_character_of_a_long_password_counts() {
        var hashes = new EncodedPasswords();
        String passphrase = "四季如春的昆明湖边有三只鹤在雪中跳舞直到太阳落山";
        String hash = hashes.hash(passphrase + "一");
        assertThat(hash).startsWith("{argon2id}$argon2id$").contains("m=19456,t=2,p=1");
        assertThat(hashes.matches(passphrase + "一", hash)).isTrue();
        assertThat(hashes.matches(passphrase + "二", hash)).isFalse();
        assertThat(hashes.isOutdated(hash)).isFalse();
        assertThat(hashes.isOutdated(hash.replace("t=2", "t=1"))).isTrue();
        assertThat(hashes.matches("", hashes.decoy())).isFalse();
        assertThat(hashes.decoy()).isEqualTo(hashes.decoy());
    }
}
