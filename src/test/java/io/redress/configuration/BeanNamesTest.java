package io.redress.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.handoff.IntakeBackPressure;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.util.SimpleIdGenerator;

class BeanNamesTest {

    @Import(Parts.class)
    private static final class Wiring {}

    @Import({IntakeBackPressure.class, SimpleIdGenerator.class})
    private static final class Parts {}

    @Test
    void routes_call_imported_beans_by_the_short_names_of_our_classes_unless_these_import_others() {
        try (var context = new AnnotationConfigApplicationContext()) {
            new BeanNames().initialize(context);
            context.register(Wiring.class);
            context.refresh();

            assertThat(context.getBeanNamesForType(IntakeBackPressure.class)).containsExactly("intakeBackPressure");
            assertThat(context.getBeanNamesForType(SimpleIdGenerator.class))
                    .containsExactly(SimpleIdGenerator.class.getName());
            assertThat(context.getBeanNamesForType(Parts.class)).containsExactly(Parts.class.getName());
        }
    }
}
