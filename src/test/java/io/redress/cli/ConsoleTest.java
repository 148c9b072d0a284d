package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    @Test
    void help_names_every_command_and_the_exit_codes() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("check", "try", "replay", "Exit codes: 0 done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "try", "replay"})
    void each_command_has_a_help_of_its_own(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: java -jar redress.jar " + command, "Exit codes:");
    }

    @Test
    void bash_and_zsh_complete_every_command_and_its_options() {
        CommandRun run = CommandRun.of("completion");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("complete -F _complete_redress", "verify-history", "--key-file", "--watch");
    }

    @Test
    void the_version_is_told() {
        assertThat(CommandRun.of("--version").out()).startsWith("Redress ");
    }

    @Test
    void an_unknown_command_is_wrong_usage_with_a_suggestion() {
        CommandRun run = CommandRun.of("chek");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean", "check");
    }

    @Test
    void settings_are_for_the_hub_and_words_are_commands() {
        assertThat(Console.isMeant()).isFalse();
        assertThat(Console.isMeant("--server.port=9000")).isFalse();
        assertThat(Console.isMeant("check")).isTrue();
        assertThat(Console.isMeant("chek")).isTrue();
        assertThat(Console.isMeant("--help")).isTrue();
    }
}
