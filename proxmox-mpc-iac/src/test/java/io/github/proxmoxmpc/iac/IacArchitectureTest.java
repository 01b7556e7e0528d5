package io.github.proxmoxmpc.iac;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IacArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.proxmoxmpc.iac");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.proxmoxmpc.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void generatorsDoNotDependOnTheSimulator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.proxmoxmpc.simulator..")
        .check(CLASSES);
  }

  @Test
  void generatorsCallNoServerAndNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "retrofit2..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void internalTypesAreNotPartOfThePublicApi() {
    DescribedPredicate<JavaClass> internal = resideInAPackage("..internal..");
    codeUnits()
        .that()
        .areDeclaredInClassesThat(not(internal))
        .and()
        .arePublic()
        .should()
        .notHaveRawReturnType(internal)
        .andShould()
        .notHaveRawParameterTypes(anyElementThat(internal))
        .check(CLASSES);
  }

  @Test
  void onlyTerraformUsesItsInternalPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..iac.terraform..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..iac.terraform.internal..")
        .check(CLASSES);
  }
}
