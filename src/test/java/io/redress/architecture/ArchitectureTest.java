package io.redress.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.redress.Redress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** The shape of the code. Plain tests, because fields with {@code @ArchTest} were found to run none. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.redress");

    /** Puts everything together, and so may know everything. */
    private static final String[] WIRING = {
        "io.redress", "io.redress.configuration..", "io.redress.offline..", "io.redress.simulation.hub.."
    };

    /** A technology, and besides {@link #WIRING} the only packages that may know it; packages in no such list are content. */
    private enum Technology {
        SQL(
                List.of("java.sql..", "javax.sql..", "org.springframework.jdbc.."),
                List.of("io.redress.database..", "io.redress.ledger..")),
        HTTP(
                List.of("jakarta.servlet..", "org.springframework.web..", "org.springframework.http.."),
                List.of("io.redress.api..", "io.redress.console..", "io.redress.http..", "io.redress.security..")),
        QUEUES(
                List.of("jakarta.jms..", "org.springframework.jms.."),
                List.of(
                        "io.redress.api..",
                        "io.redress.broker",
                        "io.redress.broker.monitoring..",
                        "io.redress.console..",
                        "io.redress.camel.jms..",
                        "io.redress.health..",
                        "io.redress.metrics..",
                        "io.redress.routes.check..")),
        ROUTES(
                List.of("org.apache.camel.."),
                List.of(
                        "io.redress.api.item..",
                        "io.redress.broker",
                        "io.redress.camel..",
                        "io.redress.health..",
                        "io.redress.http..",
                        "io.redress.logging..",
                        "io.redress.routes..")),
        SPRING(
                List.of("org.springframework.."),
                List.of(
                        "io.redress.api..",
                        "io.redress.broker",
                        "io.redress.broker.downstream..",
                        "io.redress.camel..",
                        "io.redress.cli",
                        "io.redress.cli.check..",
                        "io.redress.console..",
                        "io.redress.database..",
                        "io.redress.health..",
                        "io.redress.http..",
                        "io.redress.ledger..",
                        "io.redress.logging..",
                        "io.redress.metrics..",
                        "io.redress.routes..",
                        "io.redress.security..",
                        "io.redress.settings.."));

        private final String[] packages;
        private final String[] knownBy;

        Technology(List<String> packages, List<String> knownBy) {
            this.packages = packages.toArray(String[]::new);
            this.knownBy =
                    Stream.concat(Arrays.stream(WIRING), knownBy.stream()).toArray(String[]::new);
        }
    }

    private static final String[] TECHNICAL = Arrays.stream(Technology.values())
            .flatMap(technology -> Arrays.stream(technology.knownBy))
            .distinct()
            .toArray(String[]::new);

    @Test
    void the_ticket_depends_on_no_other_package_of_ours() {
        classes()
                .that()
                .resideInAPackage("io.redress.ticket..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackages("io.redress..").or(resideInAnyPackage("io.redress.ticket..")))
                .check(CODE);
    }

    /** Content, which is in none of the lists, so knows neither Spring nor Camel nor JDBC. */
    @ParameterizedTest
    @EnumSource
    void a_technology_is_known_only_to_its_own_packages(Technology technology) {
        noClasses()
                .that()
                .resideOutsideOfPackages(technology.knownBy)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology.packages)
                .check(CODE);
    }

    @Test
    void half_of_the_classes_are_content_and_a_tenth_at_most_may_know_everything() {
        long wiring = CODE.stream().filter(resideInAnyPackage(WIRING)).count();
        long technical = CODE.stream().filter(resideInAnyPackage(TECHNICAL)).count();
        assertThat(wiring).isLessThan(CODE.size() / 10);
        assertThat(technical).isLessThan(CODE.size() / 2);
    }

    @Test
    void content_does_not_know_the_technical_packages() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TECHNICAL)
                .should()
                .dependOnClassesThat(resideInAnyPackage(TECHNICAL))
                .check(CODE);
    }

    @Test
    void beans_stand_where_Spring_looks_for_them() {
        String[] scanned =
                Redress.class.getAnnotation(SpringBootApplication.class).scanBasePackages();
        classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .and()
                .doNotHaveSimpleName("Redress")
                .should()
                .resideInAnyPackage(
                        Arrays.stream(scanned).map(name -> name + "..").toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("io.redress.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void classes_are_named_for_what_they_are() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(CODE);
    }
}
