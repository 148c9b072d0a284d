package io.redress.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.cli.remote.HubClient;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.SettingsFiles;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.ledger.delivery.DeliveryPlanner;
import io.redress.offline.DeliveryDryRun;
import io.redress.offline.OfflineContext;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.TargetRoute;
import io.redress.ticket.Ticket;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a target would be sent. */
@Command(
        name = "try-delivery",
        mixinStandardHelpOptions = true,
        header = "Shows what a target would be sent for a ticket. Sends nothing.",
        description =
                "%nRuns the target's steps with the mapping of this folder and shows each request in place of sending it."
                        + " Secrets are shown as ***.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:there is no such target or ticket, or its steps do not work", "2:wrong usage"})
final class TryDeliveryCommand implements Callable<Integer> {

    private final Class<?> hub;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<target>", description = "A file of routes/delivery, without .camel.yaml")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String target;

    @Parameters(
            index = "1",
            paramLabel = "<ticket>",
            description = "A ticket's number, which the running hub is asked for, or a file as `try --json` writes it")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String ticket;

    @Mixin
    private final HubClient access = new HubClient();

    TryDeliveryCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() throws Exception {
        List<Finding> unreadable = SettingsFiles.unreadable();
        if (!unreadable.isEmpty()) {
            throw new InvalidConfiguration(unreadable);
        }
        try (var dormant = new OfflineContext(hub)) {
            RouteFiles files = dormant.bean(RouteFiles.class);
            TargetRoute route = TargetRoute.of(files, target);
            Path config = Path.of(dormant.resolved("{{redress.config-dir}}"));
            var mapping = TargetMappings.read(TargetMappings.folder(config)).get(route.mapping());
            Ticket read = read();
            var trial = new DeliveryDryRun(dormant, files.folder());
            PrintWriter out = spec.commandLine().getOut();
            List<String> first = trial.requests(route, mapping.applied(delivery(read, 1)));
            first.forEach(out::println);
            List<String> again = trial.requests(route, mapping.applied(delivery(read, 2)));
            if (!again.equals(first)) {
                out.println("# before a second attempt:");
                again.forEach(out::println);
            }
            return ExitCode.OK;
        } catch (TargetRefused e) {
            spec.commandLine().getErr().println("It would not be sent: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private Ticket read() throws Exception {
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Path file = Path.of(ticket);
        if (Files.isRegularFile(file)) {
            return json.readValue(file.toFile(), Ticket.class);
        }
        return json.treeToValue(access.get("/api/tickets/" + ticket), Ticket.class);
    }

    private Delivery delivery(Ticket of, int attempt) {
        String id = DeliveryPlanner.id(target, of.number()).toString();
        return new Delivery(id, target, Delivery.TICKET, attempt, of, null, null, Map.of(), null);
    }
}
