package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyClassesTest {

    @Test
    void nearly_all_of_the_list_are_still_classes_of_our_libraries() {
        long there = EarlyClasses.names().stream().filter(EarlyClasses::read).count();
        assertThat(there).isGreaterThan(EarlyClasses.names().size() * 9L / 10);
    }
}
