package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would cost a gateway of text messages its receipts, its opt-outs or its signature is told before it is used. */
class SmsGatewayMistakesTest {

    @TempDir
    Path config;

    @Test
    void a_gateway_must_say_what_becomes_of_messages_and_how_they_are_ended() throws IOException {
        assertThat(findings(
                        "  optOut: [STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT, TD, T, 退订, 退訂, 退]\n",
                        ""))
                .containsExactly("nobody can end text messages");
        assertThat(mistakes(twilio().replaceAll("(?s)receipts:.*?\nsend:", "send:")))
                .contains("nobody learns which text messages did not arrive");
    }

    @Test
    void a_receipt_must_be_told_from_a_message_and_name_one_that_is_known() throws IOException {
        assertThat(findings("  when: {MessageStatus: \"*\"}\n", ""))
                .containsExactly("every message would be a receipt");
        assertThat(findings("  messageId: sid\n", "")).containsExactly("nobody knows of which message a receipt is");
    }

    @Test
    void a_signature_needs_its_settings_and_must_not_cover_itself() throws IOException {
        String basic = "sign: {kind: basic, user: account-sid, key: auth-token}";
        assertThat(findings(basic, "sign: {kind: basic, user: account-id, key: auth-token}"))
                .contains("there is no setting 'account-id'");
        assertThat(findings(basic, "sign: {kind: hmac, over: \"{body}\", is: header.x-sign}"))
                .contains("the signature has no key");
        assertThat(findings(basic, "sign: {kind: hmac, key: auth-token, over: \"{body}\"}"))
                .containsExactly("{body} is signed, and the signature stands in it");
        assertThat(findings(basic, "sign: {kind: digest, over: \"{time.s}\", is: header.x-sign}"))
                .containsExactly("the digest has no secret in it: anybody can make one");
        assertThat(findings(basic, "sign: {kind: hmac, key: auth-token, over: \"{boddy}\", is: header.x-sign}"))
                .containsExactly("{boddy} stands for nothing");
    }

    @Test
    void approved_wordings_name_settings_that_there_are() throws IOException {
        assertThat(findings("  segments: 3\n", "  segments: 3\n  codes: {acknowledgement: template}\n"))
                .contains("there is no setting 'template'");
    }

    @Test
    void a_setting_cannot_have_the_name_of_what_is_of_each_message() throws IOException {
        assertThat(mistakes(twilio().replace("  from: {title", "  text: {title")
                        .replace("From: \"{from?}\"", "From: \"{text?}\"")))
                .contains("{text} is of each message, and there is a setting of this name");
    }

    private List<String> findings(String part, String other) throws IOException {
        assertThat(twilio()).contains(part);
        return mistakes(twilio().replace(part, other));
    }

    private List<String> mistakes(String text) throws IOException {
        Files.createDirectories(config.resolve("platforms"));
        Files.writeString(config.resolve("platforms/gateway.yaml"), text);
        var error = catchThrowableOfType(InvalidConfiguration.class, () -> Platforms.read(Platforms.folder(config)));
        return error == null
                ? List.of()
                : error.findings().stream().map(Finding::problem).toList();
    }

    private static String twilio() throws IOException {
        return Files.readString(Path.of("config/platforms/twilio.yaml"));
    }
}
