package io.redress;

import io.redress.config.Finding;
import io.redress.console.Console;
import io.redress.console.FileNameEncoding;
import io.redress.console.SettingsFiles;
import io.redress.routes.RouteChecker;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub, or runs a command. Its beans stand in three packages; the others would be looked through at each start. */
@SpringBootApplication(scanBasePackages = {"io.redress.app", "io.redress.ledger", "io.redress.ops"})
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
