package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.proxmoxmpc.api.json.ApiResult;
import io.github.proxmoxmpc.api.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user may call says in its types what it takes and gives. */
class PublicSignatureTest {
  private static final String API = "io.github.proxmoxmpc.api";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(API);

  @Test
  void noTwoStringsStandSideBySide() {
    List<JavaCodeUnit> all = CLASSES.stream().flatMap(PublicSignatureTest::offered).toList();
    List<String> swappable =
        all.stream()
            .filter(PublicSignatureTest::takesTwoStringsInARow)
            // What a record is made of is the list of its parts, and no method.
            .filter(each -> !(each.isConstructor() && each.getOwner().isRecord()))
            .map(PublicSignatureTest::shortName)
            .distinct()
            .toList();
    System.out.printf(
        "public signatures: %d methods and constructors, with two strings side by side %d%n",
        all.size(), swappable.size());
    assertThat(swappable).isEmpty();
  }

  @Test
  void generatedCodeSpeaksNoJson() {
    List<JavaCodeUnit> generated =
        CLASSES.stream()
            .filter(type -> type.getPackageName().startsWith(API + ".rest"))
            .flatMap(PublicSignatureTest::offered)
            .filter(each -> !isWayBackFromRaw(each))
            .toList();
    List<String> untyped =
        generated.stream()
            .filter(each -> typesOf(each).anyMatch(PublicSignatureTest::isOpen))
            .map(JavaCodeUnit::getFullName)
            .toList();
    System.out.printf(
        "generated signatures: %d, with Object or JSON in them %d%n",
        generated.size(), untyped.size());
    assertThat(untyped).isEmpty();
  }

  /** The methods and constructors of a class that users may call. */
  private static Stream<JavaCodeUnit> offered(JavaClass type) {
    if (!isPublic(type) || type.getPackageName().startsWith(API + ".internal")) {
      return Stream.of();
    }
    return type.getCodeUnits().stream()
        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(each -> !each.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(each -> !Set.of("equals", "<clinit>").contains(each.getName()));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicSignatureTest::isPublic).orElse(true);
  }

  private static String shortName(JavaCodeUnit unit) {
    return unit.getOwner().getName().substring(API.length() + 1) + "." + unit.getName();
  }

  /** A result is made again from what its raw() handed out. */
  private static boolean isWayBackFromRaw(JavaCodeUnit unit) {
    return unit.isConstructor() && unit.getOwner().isAssignableTo(ApiResult.class);
  }

  private static boolean takesTwoStringsInARow(JavaCodeUnit method) {
    List<JavaClass> types = new ArrayList<>(method.getRawParameterTypes());
    for (int i = 1; i < types.size(); i++) {
      if (types.get(i).isEquivalentTo(String.class)
          && types.get(i - 1).isEquivalentTo(String.class)) {
        return true;
      }
    }
    return false;
  }

  private static Stream<JavaClass> typesOf(JavaCodeUnit method) {
    return Stream.concat(
            method.getParameterTypes().stream(), Stream.<JavaType>of(method.getReturnType()))
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static boolean isOpen(JavaClass type) {
    return type.isEquivalentTo(Object.class) || type.isAssignableTo(JsonValue.class);
  }
}
