package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running hub what it keeps of a person, and has it exported or forgotten. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        header = "Finds, exports or forgets a person.",
        description =
                "%nAsks the running hub by its ops API. <who> is a phone in any spelling, a mail address, a handle"
                        + " such as wecom:zhangsan, or a ticket's number.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the hub refused, found traces, or does not answer", "2:wrong usage"})
public final class PersonCommand {

    private static final String WHO = "A phone, mail address, handle or ticket number";
    private static final long PAUSE_MILLIS = 500;
    private static final String DONE = "done";
    private static final String LEFT_OVER = "leftOver";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(name = "find", mixinStandardHelpOptions = true, description = "Says what is kept of a person.")
    int find(@Mixin HubClient hub, @Parameters(paramLabel = "<who>", description = WHO) String who)
            throws HubClient.HubRequestFailed, InterruptedException {
        JsonNode found = hub.post("/api/persons/find", value(who));
        hub.print(out(), found, () -> print(found));
        return ExitCode.OK;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes everything of a person to a ZIP file.")
    int export(
            @Mixin HubClient hub,
            @Parameters(paramLabel = "<who>", description = WHO) String who,
            @Option(names = "--to", required = true, description = "The file to write; it must not be there") Path file)
            throws HubClient.HubRequestFailed, InterruptedException {
        hub.download("/api/persons/export", value(who), file);
        out().println("Written: " + file);
        return ExitCode.OK;
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description =
                    "Shows what would be forgotten; with --yes it is, for good, and the files are searched afterwards.")
    int forget(
            @Mixin HubClient hub,
            @Parameters(paramLabel = "<who>", description = WHO) String who,
            @Option(names = "--yes", description = "Do it; without it nothing is changed") boolean yes,
            @Option(
                            names = "--mentioned",
                            description = "Also tickets whose text merely mentions the phone; they may be others'")
                    boolean mentioned)
            throws HubClient.HubRequestFailed, InterruptedException {
        ObjectNode whom = value(who).put("mentioned", mentioned);
        JsonNode shown = hub.post("/api/persons/forget", whom);
        if (!yes) {
            hub.print(out(), shown, () -> {
                print(shown.path("found"));
                out().println("Nothing was changed. To forget all of it: the same with --yes");
            });
            return ExitCode.OK;
        }
        int confirm = shown.path("confirm").asInt();
        JsonNode begun = hub.post("/api/persons/forget", whom.put("confirm", confirm));
        return watched(hub, begun.path("id").asText());
    }

    @Command(
            name = "forget-again",
            mixinStandardHelpOptions = true,
            description = "After a restore: forgets whoever was forgotten since the backup was made.")
    int forgetAgain(@Mixin HubClient hub) throws HubClient.HubRequestFailed, InterruptedException {
        JsonNode answer = hub.post("/api/persons/forget-again");
        hub.print(out(), answer, () -> {
            out().println("Forgetting again: " + answer.path("begun").asInt());
            answer.path("unreadable")
                    .forEach(number -> out().println("Not read, look at it yourself: " + number.asText()));
        });
        return ExitCode.OK;
    }

    private int watched(HubClient hub, String id) throws HubClient.HubRequestFailed, InterruptedException {
        String state = "";
        while (true) {
            JsonNode forgetting = hub.get("/api/persons/forgettings/" + id);
            String now = forgetting.path("state").asText();
            if (!now.equals(state)) {
                hub.print(out(), forgetting, () -> printState(forgetting));
                state = now;
            }
            if (now.equals(DONE)) {
                return forgetting.path(LEFT_OVER).isTextual() ? ExitCode.SOFTWARE : ExitCode.OK;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void printState(JsonNode forgetting) {
        String state = forgetting.path("state").asText();
        out().println(state);
        if (state.equals(DONE)) {
            JsonNode left = forgetting.path(LEFT_OVER);
            out().println(
                            left.isTextual()
                                    ? "Left: " + left.asText()
                                    : "Searched all files of the data folder: nothing is left");
        }
    }

    private void print(JsonNode found) {
        PrintWriter out = out();
        found.path("tickets").forEach(ticket -> out.println(line(ticket)));
        out.println(found.path("tickets").size() + " tickets, "
                + found.path("items").size() + " arrivals, "
                + found.path("withoutTicket").size() + " of them without a ticket");
        print("", found.path("counts"));
        print("also known by ", found.path("others"));
        if (!found.path("mentioned").isEmpty()) {
            out.println("Not counted: the phone is merely mentioned in the text of "
                    + found.path("mentioned").size() + " tickets, which forget leaves alone without --mentioned");
            found.path("mentioned").forEach(ticket -> out.println("  " + line(ticket)));
        }
    }

    private static String line(JsonNode ticket) {
        return ticket.path("number").asText() + "  "
                + ticket.path("receivedAt").asText() + "  "
                + ticket.path("channel").asText() + "  "
                + ticket.path("category").asText() + "  "
                + ticket.path("status").asText() + "  by "
                + ticket.path("foundBy").asText()
                + (ticket.hasNonNull("hold")
                        ? "  LEGAL HOLD: " + ticket.path("hold").asText()
                        : "");
    }

    private void print(String before, JsonNode members) {
        members.properties().forEach(field -> out().println(
                        "  " + before + field.getKey() + ": " + HubClient.words(field.getValue())));
    }

    private static ObjectNode value(String who) {
        return new ObjectMapper().createObjectNode().put("value", who);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
