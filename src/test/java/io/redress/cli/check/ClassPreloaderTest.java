package io.redress.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassPreloaderTest {

    @Test
    void nearly_all_of_the_list_are_still_classes_of_our_libraries() {
        long there =
                ClassPreloader.names().stream().filter(ClassPreloader::read).count();
        assertThat(there).isGreaterThan(ClassPreloader.names().size() * 9L / 10);
    }
}
