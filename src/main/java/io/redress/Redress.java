package io.redress;

import io.redress.cli.Console;
import io.redress.cli.FileNameEncoding;
import io.redress.configfile.Finding;
import io.redress.configfile.SettingsFiles;
import io.redress.routes.check.RouteChecker;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the hub, or runs a command. Only the named packages have beans; to look through the others would slow each start. */
@ConfigurationPropertiesScan("io.redress.settings")
@SpringBootApplication(
        scanBasePackages = {
            "io.redress.api",
            "io.redress.configuration",
            "io.redress.console",
            "io.redress.health",
            "io.redress.http",
            "io.redress.logging",
            "io.redress.metrics",
            "io.redress.security"
        })
public class Redress {

    public static void main(String[] args) {
        if (Console.isMeant(args)) {
            System.exit(new Console(Redress.class).run(args));
        }
        FileNameEncoding.unusable().ifPresent(why -> {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(why);
            System.exit(1);
        });
        List<Finding> unreadable = SettingsFiles.unreadable();
        if (!unreadable.isEmpty()) {
            unreadable.forEach(new PrintStream(System.err, true, StandardCharsets.UTF_8)::println);
            System.exit(1);
        }
        RouteChecker.warmUp();
        SpringApplication.run(Redress.class, args);
    }
}
