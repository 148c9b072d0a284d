package io.redress.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.redress.Redress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** The shape of the code. Plain tests, because fields with {@code @ArchTest} were found to run none. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.redress");

    /** Who may know the frameworks; all other packages are content. */
    private static final String[] TECHNICAL = {
        "io.redress",
        "io.redress.app..",
        "io.redress.broker..",
        "io.redress.console..",
        "io.redress.database..",
        "io.redress.ledger..",
        "io.redress.ops..",
        "io.redress.routes.."
    };

    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.apache.camel..", "java.sql..", "javax.sql..", "jakarta.jms..", "jakarta.servlet.."
    };

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

    @Test
    void content_knows_neither_spring_nor_camel_nor_jdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TECHNICAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .check(CODE);
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
