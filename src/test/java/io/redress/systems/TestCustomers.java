package io.redress.systems;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** People who complain to the shop. */
record TestCustomers(MailServer mail) {

    /** A complaint with a photo. The same {@code name} is the same customer. */
    void complain(String name, String subject, String text) {
        mail.send("""
                From: %1$s <%1$s@example.com>
                To: %2$s
                Subject: %3$s
                Message-ID: <%3$s-%1$s@example.com>
                Date: Sun, 22 Nov 2026 08:00:00 +0800
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=utf-8

                %4$s
                --x
                Content-Type: image/png; name=photo.png
                Content-Disposition: attachment; filename=photo.png
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
                --x--
                """.formatted(name, MailServer.ADDRESS, subject, text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** More about a ticket, by a mail that names its number. */
    void write(String name, String number, String text) {
        mail.send("""
                From: %1$s <%1$s@example.com>
                To: %2$s
                Subject: Re: %3$s
                Message-ID: <again-%3$s@example.com>
                Date: Sun, 22 Nov 2026 09:00:00 +0800
                Content-Type: text/plain; charset=utf-8

                %4$s
                """.formatted(name, MailServer.ADDRESS, number, text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Fills in the form of the shop, with a phone number; gives the ticket's number. */
    String fillIn(URI form, String name, String text, String phone) {
        String body = "{\"text\":\"%s\",\"phone\":\"%s\",\"email\":\"%s@example.com\"}".formatted(text, phone, name);
        HttpRequest post = HttpRequest.newBuilder(form)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(post, HttpResponse.BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(answer).path("ticket").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
