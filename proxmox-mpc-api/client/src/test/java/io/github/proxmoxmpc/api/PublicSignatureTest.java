package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.ApiResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public signatures use types that name their meaning. */
class PublicSignatureTest {
  private static final String API = "io.github.proxmoxmpc.api";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(API);

  private static final String JSON_ITSELF = "JSON is what it is for";
  private static final String AS_IT_CAME = "what came, asked for by name";
  private static final String AS_ANSWERED = "a file in the form in which the API would answer it";

  /** The public signatures that use JSON, by class or method, with the reason. */
  private static final Map<String, String> OPEN =
      Map.ofEntries(
          Map.entry("json.JsonValue", JSON_ITSELF),
          Map.entry("json.JsonValue$JsonArray", JSON_ITSELF),
          Map.entry("json.JsonValue$JsonBoolean", JSON_ITSELF),
          Map.entry("json.JsonValue$JsonNull", JSON_ITSELF),
          Map.entry("json.JsonValue$JsonNumber", JSON_ITSELF),
          Map.entry("json.JsonObject", JSON_ITSELF),
          Map.entry("json.JsonObject$Builder", JSON_ITSELF),
          Map.entry("json.JsonText", JSON_ITSELF),
          Map.entry("message.Decoder", "how JSON becomes a value of Java"),
          Map.entry("message.ApiResult.raw", AS_IT_CAME),
          Map.entry("message.UntypedValue.raw", AS_IT_CAME),
          Map.entry("message.ListResult.raw", AS_IT_CAME),
          Map.entry("message.ListResult.<init>", "the way back from raw()"),
          Map.entry("file.CorosyncFile.json", AS_ANSWERED),
          Map.entry("file.FirewallFile.options", AS_ANSWERED),
          Map.entry("file.FirewallRule.json", AS_ANSWERED),
          Map.entry("file.GuestFile.json", AS_ANSWERED),
          Map.entry("file.GuestSection.json", AS_ANSWERED),
          Map.entry("file.InterfaceStanza.json", AS_ANSWERED),
          Map.entry("file.OptionFile.json", AS_ANSWERED),
          Map.entry("file.Section.json", AS_ANSWERED));

  @Test
  void noSignatureHasTwoAdjacentStrings() {
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
  void noSignatureUsesJsonWithoutAReason() {
    List<JavaCodeUnit> all =
        CLASSES.stream()
            .flatMap(PublicSignatureTest::offered)
            .filter(each -> !isWayBackFromRaw(each))
            .toList();
    Set<String> reasons = new TreeSet<>();
    List<String> untyped = new ArrayList<>();
    all.stream()
        .filter(each -> typesOf(each).anyMatch(PublicSignatureTest::isOpen))
        .map(PublicSignatureTest::shortName)
        .forEach(
            name -> {
              String owner = name.substring(0, name.lastIndexOf('.'));
              Stream.of(name, owner)
                  .filter(OPEN::containsKey)
                  .findFirst()
                  .ifPresentOrElse(reasons::add, () -> untyped.add(name));
            });
    long generated = all.stream().filter(PublicSignatureTest::isGenerated).count();
    System.out.printf(
        "public signatures: %d, generated %d; with Object or JSON in them for one of %d reasons %d,"
            + " without %d%n",
        all.size(), generated, Set.copyOf(OPEN.values()).size(), reasons.size(), untyped.size());
    assertThat(untyped).isEmpty();
    assertThat(reasons).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    assertThat(reasons).noneMatch(name -> name.startsWith("rest.") || name.startsWith("format."));
  }

  private static boolean isGenerated(JavaCodeUnit unit) {
    String name = shortName(unit);
    return name.startsWith("rest.") || name.startsWith("format.");
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

  /** Returns whether the method creates a result from its raw value. */
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
        .flatMap(PublicSignatureTest::typesIn);
  }

  /** Returns the classes in a type; a type variable has none. */
  private static Stream<JavaClass> typesIn(JavaType type) {
    if (type instanceof JavaTypeVariable<?>) {
      return Stream.of();
    }
    if (type instanceof JavaWildcardType wildcard) {
      return Stream.concat(wildcard.getUpperBounds().stream(), wildcard.getLowerBounds().stream())
          .flatMap(PublicSignatureTest::typesIn);
    }
    Stream<JavaType> arguments =
        type instanceof JavaParameterizedType generic
            ? generic.getActualTypeArguments().stream()
            : Stream.of();
    return Stream.concat(
        Stream.of(type.toErasure().getBaseComponentType()),
        arguments.flatMap(PublicSignatureTest::typesIn));
  }

  private static boolean isOpen(JavaClass type) {
    return type.isEquivalentTo(Object.class) || type.isAssignableTo(JsonValue.class);
  }
}
