package io.redress.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.blackbox.HubProcess;
import io.redress.sandbox.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub between a mailbox, a real Tryton and a real Request Tracker. */
@Tag("systems")
class SystemsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static RealSystem tryton;
    private static RealSystem rt;
    private static MailServer mail;
    private static HubProcess hub;
    private static TestCustomers customers;
    private static TrytonAgent erp;
    private static RtAgent help;

    @BeforeAll
    static void start() {
        RealSystem.install();
        tryton = RealSystem.tryton(folder).start();
        rt = RealSystem.requestTracker(folder).start();
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        mail = new MailServer(smtp, imap);
        hub = HubProcess.withMailbox(folder.resolve("hub"), smtp, imap)
                .set("redress.delivery.period", 200)
                .set("redress.delivery.first-pause", "1s")
                .set("redress.delivery.longest-pause", "5s")
                .set("tryton.enabled", true)
                .set("tryton.url", tryton.url())
                .set("tryton.password", tryton.secret("redress"))
                .set("tryton.period", 500)
                .set("rt.enabled", true)
                .set("rt.url", rt.url())
                .set("rt.token", rt.secret("redress"))
                .set("rt.period", 500)
                .start();
        customers = new TestCustomers(mail);
        erp = new TrytonAgent(new DialogueClient(tryton.url()), "clerk", tryton.secret("clerk"));
        help = new RtAgent(new DialogueClient(rt.url()), rt.secret("clerk"));
    }

    @AfterAll
    static void end() {
        rt.close();
        tryton.close();
        hub.close();
        mail.close();
    }

    @Test
    void a_complaint_reaches_both_systems_is_solved_in_one_and_the_other_hears_of_it() {
        customers.complain(
                "li", "fridge", "The fridge is broken, it does not cool. I want it repaired. Call me: 138 0013 8000.");
        String number = number("li");
        inBoth(number);
        assertThat(erp.attachments(erp.id(number))).containsExactly("1 photo.png");
        assertThat(help.files(number)).containsExactly("photo.png");

        customers.write("li", number, "It makes a noise, too.");
        await("follow-up").atMost(SOON).untilAsserted(() -> {
            assertThat(help.written(number)).anyMatch(text -> text.contains("It makes a noise, too."));
            assertThat(erp.notes(erp.id(number))).anyMatch(text -> text.contains("It makes a noise, too."));
        });

        help.reply(number, "We send a technician.");
        help.resolve(number, "The door was replaced");
        becomes(number, "solved");
        assertThat(history(number)).contains("rt answered", "rt solved");
        await("the callback, by the number in the mail")
                .atMost(SOON)
                .until(() -> read("/callbacks?state=planned&ticket=" + number)
                                .path("items")
                                .size()
                        == 1);
        await("the other system hears of it").atMost(SOON).untilAsserted(() -> assertThat(erp.notes(erp.id(number)))
                .anyMatch(text -> text.contains("now solved")));
        assertThat(help.written(number)).as("an echo of its own news").noneMatch(text -> text.contains("now solved"));
    }

    @Test
    void what_the_erp_decides_solves_the_ticket_and_the_customer_is_called_back() {
        String number = customers.fillIn(
                hub.uri("/complaints"), "wang", "The parcel never arrived, where is my delivery?", "13800138000");
        inBoth(number);
        erp.press("approve", erp.id(number));
        becomes(number, "solved");
        assertThat(history(number)).contains("tryton solved");
        await("callback planned")
                .atMost(SOON)
                .until(() -> read("/callbacks?state=planned&ticket=" + number)
                                .path("items")
                                .size()
                        == 1);
        await("the help desk hears of it").atMost(SOON).untilAsserted(() -> assertThat(help.written(number))
                .anyMatch(text -> text.contains("now solved")));
    }

    @Test
    void after_outages_and_kills_each_system_has_each_ticket_once() {
        complain("outage", 5);
        tryton.stop();
        rt.stop();
        complain("during", 5);
        List<String> during = numbers("during", 5);
        await("attempts").atMost(SOON).until(() -> hub.log().contains("Delivery"));
        tryton.start();
        rt.start();
        during.forEach(SystemsIT::inBoth);
        for (int round = 0; round < 3; round++) {
            String name = "killed" + round;
            complain(name, 5);
            numbers(name, 1);
            tryton.kill();
            rt.kill();
            tryton.start();
            rt.start();
        }
        for (String name : List.of("outage", "during", "killed0", "killed1", "killed2")) {
            numbers(name, 5).forEach(SystemsIT::inBoth);
        }
    }

    private static void complain(String name, int many) {
        IntStream.range(0, many)
                .forEach(
                        i -> customers.complain(name + i, "oven", "The oven is broken and does not heat, number " + i));
    }

    private static List<String> numbers(String name, int many) {
        return IntStream.range(0, many).mapToObj(i -> number(name + i)).toList();
    }

    /** Each has it, once. */
    private static void inBoth(String number) {
        await(number + " in both")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> !erp.complaints(number).isEmpty()
                        && !help.tickets(number).isEmpty());
        assertThat(erp.complaints(number)).hasSize(1);
        assertThat(help.tickets(number)).hasSize(1);
    }

    private static String number(String customer) {
        return await("ticket of " + customer)
                .atMost(SOON)
                .until(
                        () ->
                                read("/tickets?q=" + customer + "@example.com")
                                        .path("items")
                                        .findValuesAsText("number")
                                        .stream()
                                        .filter(number -> read("/tickets/" + number)
                                                .at("/customer/emails/0")
                                                .asText()
                                                .equals(customer + "@example.com"))
                                        .findFirst()
                                        .orElse(""),
                        number -> !number.isEmpty());
    }

    private static void becomes(String number, String status) {
        await(number + " is " + status)
                .atMost(SOON)
                .until(() -> read("/tickets/" + number).path("status").asText().equals(status));
    }

    private static List<String> history(String number) {
        return read("/tickets/" + number).findValues("history").stream()
                .flatMap(list -> list.findParents("what").stream())
                .map(event ->
                        event.path("who").asText() + " " + event.path("what").asText())
                .toList();
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(hub.api(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
