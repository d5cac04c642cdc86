package org.attune.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Habits of the house that a compiler cannot see. */
@AnalyzeClasses(packages = "org.attune", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule enginesArePlainJava = classes()
            .that()
            .resideInAPackage("..engine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..engine..", "org.attune.kernel..", "org.jspecify..", "java..", "org.springframework.modulith")
            .because("the mathematics must run anywhere, without a framework");

    @ArchTest
    static final ArchRule theKernelKnowsNobody = classes()
            .that()
            .resideInAPackage("org.attune.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.attune.kernel..",
                    "org.jspecify..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.springframework.modulith");

    @ArchTest
    static final ArchRule viewsStayAtHome = classes()
            .that()
            .areAnnotatedWith("com.vaadin.flow.router.Route")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("nobody but the router needs a view");

    @ArchTest
    static final ArchRule noRawHtml = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.vaadin.flow.component.Html")
            .because("text from customers and the catalog is never markup");

    @ArchTest
    static final ArchRule entitiesStayInside = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .resideInAPackage("..internal..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rulesAreAClosedLanguage = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.expression..", "javax.script..")
            .because("rules written by admins are type-checked and bounded, never a script");

    @ArchTest
    static final ArchRule theShieldDependsOnNoConfiguration = noClasses()
            .that()
            .haveFullyQualifiedName("org.attune.policy.Shield")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.attune.strategy..", "org.attune.arbitration..", "org.springframework..");
}
