package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailServerSinkTest {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final OutgoingMail mail = new CustomerMessages(
                    new MailTemplates(Path.of("config/templates")),
                    new ReplySender("complaints@redress.test", "售后服务", ZoneId.of("Asia/Shanghai"), "zh-Hans"),
                    (category, language) -> "色差",
                    List.of(CustomerMessages.ACKNOWLEDGEMENT))
            .mail(
                    new CustomerMessages.Occasion(
                            SampleTicket.of("zh-Hans", "李敏", "色差", "颜色不对", "li@example.com"),
                            true,
                            "http://x",
                            "http://x/callback",
                            new MessageContent("acknowledgement", Map.of(), Map.of())),
                    "ack",
                    "<m@x>",
                    SampleTicket.NOW)
            .orElseThrow();

    @BeforeEach
    void start() {
        server.start();
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.getRegistry().bind("outgoingMail", new OutgoingMessages());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop();
    }

    @Test
    void a_prepared_mail_arrives_as_it_was_prepared() throws Exception {
        send("");
        var arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getMessageID()).isEqualTo(mail.messageId());
        assertThat(arrived[0].getSubject()).contains("我们已收到您的投诉");
        assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(arrived[0].getHeader("In-Reply-To")).containsExactly("<m@x>");
        assertThat(arrived[0].getHeader("Return-Path")).containsExactly("<complaints@redress.test>");
    }

    @Test
    void a_server_that_takes_8_bits_gets_the_mail_under_its_own_message_id() throws Exception {
        try (var listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<List<String>> lines = CompletableFuture.supplyAsync(() -> session(listening));
            sendTo("kamelet:mail-sink?protocol=smtp&host=127.0.0.1&port=" + listening.getLocalPort());
            List<String> told = lines.get(1, TimeUnit.MINUTES);
            assertThat(told).contains("Content-Transfer-Encoding: 8bit");
            assertThat(told).contains("Message-ID: " + mail.messageId());
        }
    }

    /** What a client says to a server that knows 8BITMIME (RFC 6152), which GreenMail does not. */
    private static List<String> session(ServerSocket listening) {
        List<String> told = new ArrayList<>();
        try (Socket client = listening.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                told.add(line);
                boolean ends = line.equals(".");
                data = data ? !ends : line.equals("DATA");
                if (!data || line.equals("DATA")) {
                    String answer = line.startsWith("EHLO")
                            ? "250-here\r\n250 8BITMIME\r\n"
                            : data ? "354 go on\r\n" : "250 ok\r\n";
                    out.write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
            return told;
        } catch (java.io.IOException e) {
            return told;
        }
    }

    @Test
    void a_login_is_used_where_one_is_given() throws Exception {
        server.setUser("login", "s+e&cret");
        server.getUserManager().setAuthRequired(true);
        send("&username=login&password=RAW(s+e&cret)");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> send("&username=login&password=wrong"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(jakarta.mail.AuthenticationFailedException.class);
    }

    @Test
    void a_user_name_may_be_an_address() throws Exception {
        server.setUser("li@redress.test", "li+1@redress.test", "secret");
        server.getUserManager().setAuthRequired(true);
        send("&username=RAW(li+1@redress.test)&password=secret");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_server_that_does_not_answer_within_the_time_limit_is_given_up() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            String uri = "kamelet:mail-sink?protocol=smtp&host=127.0.0.1&port=" + silent.getLocalPort();
            assertThatThrownBy(() -> sendTo(uri + "&timeLimit=300"))
                    .isInstanceOf(CamelExecutionException.class)
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void without_starttls_at_the_server_nothing_is_sent_when_the_file_wants_it() {
        assertThatThrownBy(() -> send("&startTls=true"))
                .isInstanceOf(CamelExecutionException.class)
                .hasStackTraceContaining("STARTTLS is required");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void with_smtps_nothing_goes_to_a_server_without_tls() {
        assertThatThrownBy(() -> sendTo("kamelet:mail-sink?host=127.0.0.1&timeLimit=2000&port="
                        + server.getSmtp().getPort()))
                .isInstanceOf(CamelExecutionException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void the_host_may_be_an_ipv6_address() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeThat(NetworkInterface.getByInetAddress(loopback)).isNotNull();
        var other = new GreenMail(new ServerSetup(0, "::1", ServerSetup.PROTOCOL_SMTP));
        other.start();
        try {
            sendTo("kamelet:mail-sink?protocol=smtp&host=RAW(::1)&port="
                    + other.getSmtp().getPort());
            assertThat(other.getReceivedMessages()).hasSize(1);
        } finally {
            other.stop();
        }
    }

    private void send(String login) {
        sendTo("kamelet:mail-sink?protocol=smtp&host=127.0.0.1&port="
                + server.getSmtp().getPort() + login);
    }

    private void sendTo(String uri) {
        try (var template = camel.createProducerTemplate()) {
            template.sendBodyAndHeaders(uri, mail.bytes(), Map.of("To", "victim@example.com", "subject", "x"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
