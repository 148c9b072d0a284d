package io.redress.cli;

import io.redress.channel.webform.FormChannel;
import io.redress.cli.qr.QrCode;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.SettingsFiles;
import io.redress.configfile.Suggestion;
import io.redress.offline.OfflineContext;
import io.redress.routes.file.ConnectedChannel;
import io.redress.routes.file.RouteFiles;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.WebFormSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the code that leads to a form's page. */
@Command(
        name = "qr",
        mixinStandardHelpOptions = true,
        header = "Prints the QR code of a form's page, for a counter, a receipt or a parcel.",
        description = "%nOn the terminal, or into a file. The address begins with redress.public-url.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:there is no such form or store, or the form has no page", "2:wrong usage"})
final class QrCommand implements Callable<Integer> {

    private static final String WEB_FORM = "web-form";

    private final Class<?> hub;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<form>", description = "A file of routes/channels, without .camel.yaml")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String form;

    @Option(names = "--store", paramLabel = "<store>", description = "The store that the form is to name")
    private @Nullable String store;

    @Option(names = "--svg", paramLabel = "<file>", description = "Write it for print")
    private @Nullable Path svg;

    @Option(names = "--png", paramLabel = "<file>", description = "Write it as an image")
    private @Nullable Path png;

    QrCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() throws IOException {
        List<Finding> unreadable = SettingsFiles.unreadable();
        if (!unreadable.isEmpty()) {
            throw new InvalidConfiguration(unreadable);
        }
        String address;
        try (var dormant = new OfflineContext(hub)) {
            String problem = problem(dormant);
            if (problem != null) {
                spec.commandLine().getErr().println(problem);
                return ExitCode.SOFTWARE;
            }
            address = address(dormant.bean(HubProperties.class).publicAddress());
        }
        QrCode code = QrCode.of(address);
        if (svg != null) {
            Files.writeString(svg, code.svg());
        }
        if (png != null) {
            Files.write(png, code.png());
        }
        if (svg == null && png == null) {
            spec.commandLine().getOut().print(code.text());
        }
        spec.commandLine().getOut().println(address);
        return ExitCode.OK;
    }

    private @Nullable String problem(OfflineContext dormant) {
        var connected = ConnectedChannel.of(dormant.bean(RouteFiles.class), form, dormant::resolved);
        if (!connected.format().equals(WEB_FORM)) {
            return "Channel " + form + " is not a web form → name a channel that starts with kamelet:web-form-source";
        }
        if (FormChannel.NO_PAGE.equals(connected.parameters().getOrDefault("page", FormChannel.NO_PAGE))) {
            return "Form " + form
                    + " has no page → give its channel page: complaint-form, or print the address of your own page";
        }
        var stores = dormant.bean(WebFormSettings.class).stores();
        if (store != null && !stores.isEmpty() && !stores.contains(store.strip())) {
            return "There is no store '" + store + "' in redress.web-form.stores → " + Suggestion.remedy(store, stores);
        }
        return null;
    }

    private String address(URI hubAddress) {
        String host = String.valueOf(hubAddress.getHost());
        if (host.equals("localhost") || host.startsWith("127.")) {
            spec.commandLine()
                    .getErr()
                    .println("No phone can open " + hubAddress
                            + " → set redress.public-url to the hub's address on the internet");
        }
        String base = hubAddress.toString().replaceFirst("/$", "") + "/forms/" + form;
        return store == null ? base : base + "?store=" + URLEncoder.encode(store.strip(), StandardCharsets.UTF_8);
    }
}
