package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.ChannelProblem;
import jakarta.mail.AuthenticationFailedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mail library calls whatever ends a login a refusal; nobody must change a password because a server was away. */
class RefusedLoginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[AUTHENTICATIONFAILED] invalid credentials",
                "[AUTH] Authentication failed.",
                "LOGIN Login error or password error",
                "Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or"
                        + " system is busy",
                "[ALERT] Application-specific password required",
                "authorization failed"
            })
    void a_refusal_asks_for_user_name_and_password(String words) {
        assertThat(problem(words).problem()).startsWith("The mail server refuses the login of c@redress.test");
        assertThat(problem(words).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection reset",
                "Connection reset by peer",
                "Software caused connection abort",
                "EOF on socket",
                "Broken pipe",
                "Socket closed",
                "Socket is closed",
                "Remote host terminated the handshake",
                "Connection or outbound has closed",
                "* BYE Jakarta Mail Exception: java.io.IOException: Connection dropped by server?"
            })
    void a_connection_that_ends_at_the_login_is_no_refusal(String words) {
        assertThat(problem(words).problem()).isEqualTo("The mailbox cannot be polled");
        assertThat(problem(words).remedy()).contains("goes on by itself").doesNotContain("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read timed out", "java.net.SocketTimeoutException: Read timed out", "connect timed out"})
    void a_login_without_an_answer_is_no_refusal(String words) {
        assertThat(problem(words).problem()).isEqualTo("imap.example.com port 993 does not answer in time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[UNAVAILABLE] Temporary authentication failure.",
                "[SYS/TEMP] Temporary authentication failure.",
                "[SYS/PERM] The mailbox is disabled",
                "[IN-USE] The mailbox is locked by another session",
                "[INUSE] Mailbox in use",
                "[LIMIT] Rate limit hit.",
                "[LOGIN-DELAY] minimum time between mail checks violation",
                "[SERVERBUG] Internal error occurred. Refer to server log for more information.",
                "[CONTACTADMIN] Ask the administrator",
                "[ALERT] Too many simultaneous connections. (Failure)",
                "Maximum number of connections from user+IP exceeded",
                "mailbox locked",
                "Please try again later"
            })
    void a_server_that_lets_nobody_in_for_now_is_no_refusal_either(String words) {
        assertThat(problem(words).problem())
                .isEqualTo("The mail server does not let c@redress.test at imap.example.com in for now");
        assertThat(problem(words).remedy()).contains("goes on by itself").doesNotContain("password");
    }

    private static ChannelProblem problem(String words) {
        var place = new MailboxFolderId("complaints-mailbox", "c@redress.test at imap.example.com", "INBOX");
        var settings = new MailboxSettings(
                place,
                "imaps",
                "imap.example.com",
                993,
                "c@redress.test",
                null,
                false,
                true,
                1,
                1,
                3,
                Duration.ofMinutes(2),
                Map.of(),
                false);
        return new MailboxProblems(settings).of(new AuthenticationFailedException(words));
    }
}
